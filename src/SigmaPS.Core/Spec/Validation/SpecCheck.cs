using System;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds the issues of one rule, or of several rules that share a walk.</summary>
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
