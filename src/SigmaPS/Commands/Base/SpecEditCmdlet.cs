using System;
using System.Collections.Generic;
using System.Management.Automation;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>What the commands stand on that work on a spec in memory: nothing is sent, and the spec that is given is changed and passed on.</summary>
public abstract class SpecEditCmdlet : SigmaCmdlet
{
    private const string Tag = "SigmaPS.Edit";

    /// <summary>The complete representation as an object.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>Reads what the user holds as a document of its own.</summary>
    private protected Core.Spec.SpecDocument Read() => SpecConverter.ToDocument(Given, new PipelineThreadLog(this));

    /// <summary>Changes the given spec, passes it on and reports the items that it touched. A failed edit leaves the spec as it was.</summary>
    /// <param name="edit">Changes a document of its own and reports the change.</param>
    private protected void Edit(Func<Core.Spec.SpecDocument, Core.Spec.Edit.EditReport> edit) => Run(null, () =>
    {
        var document = Read();
        var report = edit(document);
        var changed = SpecConverter.Changed(document, Given);

        // PSHOST shows the line to a person and leaves the output to the pipeline.
        WriteInformation(new HostInformationMessage { Message = SafeText.Line(report.Line) }, new[] { "PSHOST", Tag });
        foreach (var sentence in report)
        {
            var line = SafeText.Line(sentence);
            WriteVerbose(line);
            WriteInformation(line, new[] { Tag });
        }

        WriteObject(changed);
    });

    /// <summary>Says what a person should look at although the work went on.</summary>
    private protected void Warn(IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            WriteWarning(SafeText.Line(sentence));
        }
    }

    /// <summary>A parameter that the command cannot do without.</summary>
    private protected static string Needed(string? value, string parameter) => string.IsNullOrEmpty(value)
        ? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"Say which one is meant: -{parameter} is missing.")
        : value!;

    /// <summary>A list that the command cannot do without.</summary>
    private protected static string[] Needed(string[]? values, string parameter, string item = "column") => values is { Length: > 0 }
        ? values
        : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"-{parameter} is missing. Name at least one {item}.");

    private object Given => Spec ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, "Say which spec is meant: pipe one in, or use -Spec.");
}
