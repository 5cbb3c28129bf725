using System;
using System.Collections.Generic;
using System.Management.Automation;

namespace SigmaPS.Cmdlets;

/// <summary>A cmdlet that judges specs offline, wherever they come from.</summary>
public abstract class SpecJudgingCmdlet : SigmaCmdlet
{
    private readonly Core.Spec.Validation.Policy.RulesFiles _found = new();
    private Core.Spec.Validation.Policy.RulePolicy? _named;
    private bool _begun;

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

    /// <summary>The file with severities and suppressions; without it the nearest sigmaps.rules.json of each file.</summary>
    [Parameter]
    public string? RulesPath { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Run(null, Begin);
        _begun = true;
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => new SpecArguments(this, Try) { Verb = "judge", TakesFolders = true }.Each(Spec, Json, Path, LiteralPath, Judge);

    // By what cannot be read, nothing can be judged.
    private protected override bool EndsOnAnyError => !_begun;

    /// <summary>Reads what there is to read before the first spec comes.</summary>
    private protected virtual void Begin() => _named = RulesPath is null ? null : Core.Spec.Validation.Policy.RulePolicy.Read(SpecFiles.Folder(this, RulesPath));

    /// <summary>Whether a rule counts.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="severity">How much it matters here.</param>
    private protected abstract bool IsOn(Core.Spec.Validation.SpecRule rule, Core.Spec.Validation.IssueSeverity severity);

    /// <summary>Takes what was found out about one spec.</summary>
    /// <param name="path">Its file; null where it has none.</param>
    /// <param name="issues">What is wrong with it, suppressed issues too.</param>
    private protected abstract void Take(string? path, IReadOnlyList<Core.Spec.Validation.Reports.ReportedIssue> issues);

    /// <summary>Takes that a spec could not be read; the error is written already.</summary>
    private protected virtual void TakeUnread()
    {
    }

    private void Judge(SpecInput input)
    {
        var path = input.File ?? (input.Given is { } given ? SpecObjects.FileOf(given) : null);
        var policy = _named ?? (path is null ? Core.Spec.Validation.Policy.RulePolicy.None : _found.For(path));
        Take(path, policy.Apply(Issues(input, rule => policy.Severity(rule) is { } severity && IsOn(rule, severity)), path));
    }

    private static IReadOnlyList<Core.Spec.Validation.SpecIssue> Issues(SpecInput input, Func<Core.Spec.Validation.SpecRule, bool> isOn) => input switch
    {
        { File: { } file } => Core.Spec.Validation.SpecInspection.OfFile(file, isOn),
        { Text: { } text } => Core.Spec.Validation.SpecInspection.OfText(text, Core.Spec.Files.SpecFormat.Json, isOn),
        _ => Core.Spec.Validation.SpecInspection.OfTree(SpecObjects.ToTree(input.Given!), isOn),
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
