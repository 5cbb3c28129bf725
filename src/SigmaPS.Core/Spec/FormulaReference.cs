using System.Collections.Generic;

namespace SigmaPS.Core.Spec;

/// <summary>One bracketed reference.</summary>
/// <param name="steps">Source, relationship and column, or a name alone.</param>
/// <param name="start">The offset of its opening bracket.</param>
/// <param name="end">The offset after its closing bracket.</param>
public sealed class FormulaReference(IReadOnlyList<string> steps, int start, int end)
{
    /// <summary>The steps, unescaped.</summary>
    public IReadOnlyList<string> Steps { get; } = steps;

    /// <summary>The offset of its opening bracket.</summary>
    public int Start { get; } = start;

    /// <summary>The offset after its closing bracket.</summary>
    public int End { get; } = end;

    /// <summary>The offset of each step's text in the formula.</summary>
    public IReadOnlyList<int> StepStarts { get; init; } = System.Array.Empty<int>();

    /// <summary>The last step: the name of a column, metric or control.</summary>
    public string Name => Steps[Steps.Count - 1];
}
