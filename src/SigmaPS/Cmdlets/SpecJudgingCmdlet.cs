using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Cmdlets;

/// <summary>A cmdlet that judges specs offline, wherever they come from.</summary>
public abstract class SpecJudgingCmdlet : SigmaCmdlet
{
    /// <summary>The spec as an object; files from Get-ChildItem are read.</summary>
    [Parameter(ParameterSetName = "Spec", Position = 0, ValueFromPipeline = true)]
    [Alias("InputObject")]
    public object? Spec { get; set; }

    /// <summary>The spec as JSON text, whole or line by line.</summary>
    [Parameter(ParameterSetName = "Json")]
    [AllowEmptyString]
    public string[]? Json { get; set; }

    /// <summary>Files or folders; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path")]
    [SupportsWildcards]
    public string[]? Path { get; set; }

    /// <summary>Files or folders, taken literally.</summary>
    [Parameter(ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    public string[]? LiteralPath { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        new SpecArguments(this, Try) { Verb = "judge", TakesFolders = true }.Each(Spec, Json, Path, LiteralPath, input => Take(input.File ?? (input.Given is { } given ? SpecObjects.FileOf(given) : null), Judge(input)));

    /// <summary>Whether a rule counts.</summary>
    private protected virtual bool IsOn(Core.Spec.Validation.SpecRule rule) => true;

    /// <summary>Takes what was found out about one spec.</summary>
    /// <param name="path">Its file; null where it has none.</param>
    /// <param name="issues">What is wrong with it.</param>
    private protected abstract void Take(string? path, IReadOnlyList<Core.Spec.Validation.SpecIssue> issues);

    /// <summary>Takes that a spec could not be read; the error is written already.</summary>
    private protected virtual void TakeUnread()
    {
    }

    private IReadOnlyList<Core.Spec.Validation.SpecIssue> Judge(SpecInput input) => input switch
    {
        { File: { } file } => Core.Spec.Validation.SpecInspection.OfFile(file, IsOn),
        { Text: { } text } => Core.Spec.Validation.SpecInspection.OfText(text, Core.Spec.Files.SpecFormat.Json, IsOn),
        _ => Core.Spec.Validation.SpecInspection.OfTree(SpecObjects.ToTree(input.Given!), IsOn),
    };

    private void Try(object? target, Action work)
    {
        var done = false;
        Run(target, () =>
        {
            work();
            done = true;
        });
        if (!done)
        {
            TakeUnread();
        }
    }
}
