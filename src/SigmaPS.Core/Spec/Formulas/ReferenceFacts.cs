namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Facts about the target of a reference, where they are certain.</summary>
public readonly struct ReferenceFacts
{
    /// <summary>The type of its value.</summary>
    public FormulaType Type { get; init; }

    /// <summary>Whether it refers to a metric.</summary>
    public bool IsMetric { get; init; }

    /// <summary>Whether it refers to a control that has a start and an end, or a smallest and a largest value.</summary>
    public bool IsRange { get; init; }
}
