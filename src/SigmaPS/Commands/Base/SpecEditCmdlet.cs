using System;
using System.Collections.Generic;
using System.Management.Automation;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>The base class of commands that work on a spec in memory: they send no request, change the given spec and pass it on.</summary>
public abstract class SpecEditCmdlet : SigmaCmdlet
{
    private const string Tag = "SigmaPS.Edit";

    /// <summary>The complete spec as an object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>Converts the user's spec to a separate document.</summary>
    private protected Core.Spec.SpecDocument Read() => SpecConverter.ToDocument(Given, new CmdletLog(this));

    /// <summary>Changes the given spec, passes it on and reports the changed items. A failed edit does not change the spec.</summary>
    /// <param name="edit">Changes a separate document and reports the change.</param>
    private protected void Edit(Func<Core.Spec.SpecDocument, Core.Spec.Edit.EditReport> edit) => Run(null, () =>
    {
        var document = Read();
        var report = edit(document);
        var changed = SpecConverter.Changed(document, Given);

        // The tag PSHOST shows the line to a person without using the output.
        WriteInformation(new HostInformationMessage { Message = SafeText.Line(report.Line) }, new[] { "PSHOST", Tag });
        foreach (var sentence in report)
        {
            var line = SafeText.Line(sentence);
            WriteVerbose(line);
            WriteInformation(line, new[] { Tag });
        }

        WriteObject(changed);
    });

    /// <summary>Writes a warning.</summary>
    private protected void Warn(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            WriteWarning(SafeText.Line(sentence));
        }
    }

    /// <summary>Checks that a required parameter has a value.</summary>
    private protected static string Needed(string? value, string parameter) =>
        string.IsNullOrEmpty(value) ? throw CommandErrors.MissingParameter(parameter) : value!;

    /// <summary>Checks that a required list has an item.</summary>
    private protected static string[] Needed(string[]? values, string parameter, string item = "column") =>
        values is { Length: > 0 } ? values : throw CommandErrors.MissingItems(parameter, item);

    private object Given => Spec ?? throw CommandErrors.NoSpec();
}
