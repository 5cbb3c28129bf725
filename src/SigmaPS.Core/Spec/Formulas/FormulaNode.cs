using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One part of a formula's tree.</summary>
public sealed class FormulaNode(FormulaNodeKind kind, int token, int start, int end, IReadOnlyList<FormulaNode>? children = null)
{
    /// <summary>Its kind.</summary>
    public FormulaNodeKind Kind { get; } = kind;

    /// <summary>The index of the token that names it: a function's name, an operator, a literal; -1 where nothing does.</summary>
    public int Token { get; } = token;

    /// <summary>The offset of its first character.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind its last character.</summary>
    public int End { get; } = end;

    /// <summary>Its operands or arguments, in order.</summary>
    public IReadOnlyList<FormulaNode> Children { get; } = children ?? Array.Empty<FormulaNode>();
}
