namespace SigmaPS.Core.Spec;

/// <summary>One token of a formula. Spaces and comments are between tokens.</summary>
/// <param name="kind">Its kind.</param>
/// <param name="start">The offset of its first character.</param>
/// <param name="end">The offset after its last character.</param>
/// <param name="isClosed">Whether its closing quote or bracket exists.</param>
public readonly struct FormulaToken(FormulaTokenKind kind, int start, int end, bool isClosed = true)
{
    /// <summary>Its kind.</summary>
    public FormulaTokenKind Kind { get; } = kind;

    /// <summary>The offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>The offset after its last character.</summary>
    public int End { get; } = end;

    /// <summary>Whether its closing quote or bracket exists; true for tokens that need none.</summary>
    public bool IsClosed { get; } = isClosed;

    /// <summary>The number of characters.</summary>
    public int Length => End - Start;
}
