namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The kind of one part of a formula's tree.</summary>
public enum FormulaNodeKind
{
    /// <summary>The place of a missing value.</summary>
    Missing,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>True or False.</summary>
    Logical,

    /// <summary>Null.</summary>
    Null,

    /// <summary>A reference in brackets.</summary>
    Reference,

    /// <summary>A word that is neither a keyword nor a function's name.</summary>
    Name,

    /// <summary>A placeholder of another tool.</summary>
    Template,

    /// <summary>A function with its arguments.</summary>
    Call,

    /// <summary>An operator before its operand.</summary>
    Unary,

    /// <summary>An operator between two operands, or two operands without an operator.</summary>
    Binary,

    /// <summary>An expression in parentheses.</summary>
    Group,

    /// <summary>A record in braces.</summary>
    Record,

    /// <summary>A step of a path: a value and the name after its dot.</summary>
    Path,

    /// <summary>A value and the index after it.</summary>
    Index,
}
