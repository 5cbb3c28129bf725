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

    /// <summary>Changes the given spec, passes it on and reports what was touched. A failed edit leaves the spec as it was.</summary>
    /// <param name="edit">Changes a document of its own; the sentences that it returns are reported.</param>
    private protected void Edit(Func<Core.Spec.SpecDocument, IEnumerable<string>> edit) => Run(null, () =>
    {
        var document = Read();
        foreach (var sentence in edit(document))
        {
            var line = SafeText.Line(sentence);
            WriteVerbose(line);
            WriteInformation(line, new[] { Tag });
        }

        WriteObject(SpecConverter.Changed(document, Given));
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
    private protected static string[] Needed(string[]? values, string parameter) => values is { Length: > 0 }
        ? values
        : throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, $"-{parameter} is missing. Name at least one column.");

    private object Given => Spec ?? throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidArgument, "Say which spec is meant: pipe one in, or use -Spec.");
}
