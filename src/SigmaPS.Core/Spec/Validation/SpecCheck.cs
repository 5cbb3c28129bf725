using System;

namespace SigmaPS.Core.Spec.Validation;

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
