namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One place where a text is not a formula.</summary>
public sealed class FormulaProblem(FormulaProblemKind kind, int start, int end)
{
    /// <summary>What is wrong.</summary>
    public FormulaProblemKind Kind { get; } = kind;

    /// <summary>The offset of the first character concerned.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind the last character concerned.</summary>
    public int End { get; } = end;
}
