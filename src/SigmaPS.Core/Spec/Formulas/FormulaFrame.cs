using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>An open bracket while a formula is read, with the stacks' heights at that point.</summary>
internal sealed class FormulaFrame(FormulaNodeKind kind, int token, int bracket, int start, int operands, int operators)
{
    /// <summary>Call, Group, Record or Index; Missing for the formula itself.</summary>
    public FormulaNodeKind Kind { get; } = kind;

    /// <summary>The token that names it: a function's name, or the bracket.</summary>
    public int Token { get; } = token;

    /// <summary>The token of its opening bracket.</summary>
    public int Bracket { get; } = bracket;

    /// <summary>The offset where the part begins.</summary>
    public int Start { get; } = start;

    /// <summary>The height of the operand stack below it.</summary>
    public int Operands { get; } = operands;

    /// <summary>The height of the operator stack below it.</summary>
    public int Operators { get; } = operators;

    /// <summary>The arguments read so far.</summary>
    public List<FormulaNode> Arguments { get; } = new();
}
