using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>
/// A finding of a check: the value and the problem. One walk over the document then adds the location and the names.
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

    /// <summary>How much it matters: the severity of the rule, or less if an inferred name is involved.</summary>
    public IssueSeverity Severity { get; init; }

    /// <summary>Whether it depends on an inferred name, so that it never blocks.</summary>
    public bool IsInferred { get; init; }

    public SpecRule Rule { get; }

    public JsonValue At { get; }

    /// <summary>The sentence without its subject.</summary>
    public string Problem { get; }

    public string Suggestion { get; }

    /// <summary>Distinguishes the finding from others of the same rule at the same location, without names that users can change.</summary>
    public string Detail { get; }

    /// <summary>The part of a formula that it concerns; null for the whole value.</summary>
    public FormulaFinding? Part { get; init; }
}
