using System;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>A rule as a user names it.</summary>
public sealed class SpecRule
{
    /// <summary>Makes a rule.</summary>
    /// <param name="id">Its name, for example missing-key.</param>
    /// <param name="severity">How much a breach matters.</param>
    /// <param name="summary">What it demands, in one sentence.</param>
    internal SpecRule(string id, IssueSeverity severity, string summary)
    {
        Id = id;
        Severity = severity;
        Summary = summary;
    }

    /// <summary>Its name.</summary>
    public string Id { get; }

    /// <summary>How much a breach matters.</summary>
    public IssueSeverity Severity { get; }

    /// <summary>What it demands, in one sentence.</summary>
    public string Summary { get; }
}

/// <summary>The work that finds the breaches of one rule, or of a few that are found on one way.</summary>
internal sealed class SpecCheck
{
    private readonly Action<ValidationContext, IssueCollector> _run;

    public SpecCheck(Action<ValidationContext, IssueCollector> run, params SpecRule[] rules)
    {
        _run = run;
        Rules = rules;
    }

    /// <summary>The rules it can report.</summary>
    public SpecRule[] Rules { get; }

    public void Run(ValidationContext scene, IssueCollector sink) => _run(scene, sink);
}
