using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One part of a formula's tree.</summary>
public sealed class FormulaNode
{
    internal FormulaNode(FormulaNodeKind kind, int token, int start, int end, IReadOnlyList<FormulaNode>? children = null)
    {
        Kind = kind;
        Token = token;
        Start = start;
        End = end;
        Children = children ?? Array.Empty<FormulaNode>();
    }

    /// <summary>Its kind.</summary>
    public FormulaNodeKind Kind { get; }

    /// <summary>The index of the token that names it: a function's name, an operator, a literal; -1 where nothing does.</summary>
    public int Token { get; }

    /// <summary>The offset of its first character.</summary>
    public int Start { get; }

    /// <summary>The offset behind its last character.</summary>
    public int End { get; }

    /// <summary>Its operands or arguments, in order.</summary>
    public IReadOnlyList<FormulaNode> Children { get; }
}
