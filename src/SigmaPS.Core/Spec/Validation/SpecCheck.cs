using System;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds the issues of one rule, or of several rules that share a walk.</summary>
internal sealed class SpecCheck(Action<ValidationContext, IssueCollector> run, params SpecRule[] rules)
{
    private readonly Action<ValidationContext, IssueCollector> _run = run;

    /// <summary>The rules it can report.</summary>
    public SpecRule[] Rules { get; } = rules;

    public void Run(ValidationContext scene, IssueCollector sink) => _run(scene, sink);
}
