using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>An open bracket while a formula is read, with the stacks' heights at that point.</summary>
internal sealed class FormulaFrame
{
    public FormulaFrame(FormulaNodeKind kind, int token, int bracket, int start, int operands, int operators)
    {
        Kind = kind;
        Token = token;
        Bracket = bracket;
        Start = start;
        Operands = operands;
        Operators = operators;
    }

    /// <summary>Call, Group, Record or Index; Missing for the formula itself.</summary>
    public FormulaNodeKind Kind { get; }

    /// <summary>The token that names it: a function's name, or the bracket.</summary>
    public int Token { get; }

    /// <summary>The token of its opening bracket.</summary>
    public int Bracket { get; }

    /// <summary>The offset where the part begins.</summary>
    public int Start { get; }

    /// <summary>The height of the operand stack below it.</summary>
    public int Operands { get; }

    /// <summary>The height of the operator stack below it.</summary>
    public int Operators { get; }

    /// <summary>The arguments read so far.</summary>
    public List<FormulaNode> Arguments { get; } = new();
}
