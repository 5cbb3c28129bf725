using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// A breach as a check reports it: the value it is about and the problem; place and names are found afterwards, on one walk.
/// </summary>
internal sealed class Finding
{
    public Finding(SpecRule rule, JsonValue at, string problem, string suggestion, string detail)
    {
        Rule = rule;
        At = at;
        Problem = problem;
        Suggestion = suggestion;
        Detail = detail;
        Severity = rule.Severity;
    }

    /// <summary>How much it matters: as much as the rule, or less where an inferred name is involved.</summary>
    public IssueSeverity Severity { get; init; }

    /// <summary>Whether it depends on an inferred name, so that it never blocks.</summary>
    public bool IsInferred { get; init; }

    public SpecRule Rule { get; }

    public JsonValue At { get; }

    /// <summary>The sentence less its subject.</summary>
    public string Problem { get; }

    public string Suggestion { get; }

    /// <summary>What tells this breach from another of the same rule at the same place, without any name a user may change.</summary>
    public string Detail { get; }

    /// <summary>The part of a formula that it is about; null for a finding about the whole value.</summary>
    public FormulaFinding? Part { get; init; }
}
