namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One place where a text is not a formula.</summary>
public sealed class FormulaProblem
{
    internal FormulaProblem(FormulaProblemKind kind, int start, int end)
    {
        Kind = kind;
        Start = start;
        End = end;
    }

    /// <summary>What is wrong.</summary>
    public FormulaProblemKind Kind { get; }

    /// <summary>The offset of the first character concerned.</summary>
    public int Start { get; }

    /// <summary>The offset behind the last character concerned.</summary>
    public int End { get; }
}
