namespace SigmaPS.Core.Spec;

/// <summary>One token of a formula. Spaces and comments are between tokens.</summary>
public readonly struct FormulaToken
{
    /// <summary>Creates a token.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="start">The offset of its first character.</param>
    /// <param name="end">The offset after its last character.</param>
    /// <param name="isClosed">Whether its closing quote or bracket exists.</param>
    public FormulaToken(FormulaTokenKind kind, int start, int end, bool isClosed = true)
    {
        Kind = kind;
        Start = start;
        End = end;
        IsClosed = isClosed;
    }

    /// <summary>Its kind.</summary>
    public FormulaTokenKind Kind { get; }

    /// <summary>The offset of its first character.</summary>
    public int Start { get; }

    /// <summary>The offset after its last character.</summary>
    public int End { get; }

    /// <summary>Whether its closing quote or bracket exists; true for tokens that need none.</summary>
    public bool IsClosed { get; }

    /// <summary>The number of characters.</summary>
    public int Length => End - Start;
}
