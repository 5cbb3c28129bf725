using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The facts about the place of a formula.</summary>
public sealed class FormulaContext
{
    /// <summary>A column of an element about which nothing else is known.</summary>
    public static readonly FormulaContext Column = new();

    /// <summary>A metric of an element about which nothing else is known.</summary>
    public static readonly FormulaContext Metric = new() { IsMetric = true };

    /// <summary>Whether the formula belongs to a metric.</summary>
    public bool IsMetric { get; init; }

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>Returns the facts about a reference.</summary>
    public Func<FormulaReference, ReferenceFacts> Describe { get; init; } = _ => default;

    /// <summary>Returns whether a text is the name of a column that the formula can reach.</summary>
    public Func<string, bool> IsColumn { get; init; } = _ => false;
}
