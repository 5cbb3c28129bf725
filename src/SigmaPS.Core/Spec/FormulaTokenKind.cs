namespace SigmaPS.Core.Spec;

/// <summary>The kind of a token of a formula.</summary>
public enum FormulaTokenKind
{
    /// <summary>The end of the formula.</summary>
    End,

    /// <summary>A word without brackets: a function, a keyword, a step of a path.</summary>
    Name,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text in quotes of any kind.</summary>
    Text,

    /// <summary>A reference in brackets.</summary>
    Reference,

    /// <summary>A placeholder of another tool, such as ${TABLE} or {{ x }}.</summary>
    Template,

    /// <summary>An operator, Sigma's or another language's.</summary>
    Operator,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>A semicolon.</summary>
    Semicolon,

    /// <summary>A colon.</summary>
    Colon,

    /// <summary>A dot that is not part of a number.</summary>
    Dot,

    /// <summary>An opening parenthesis.</summary>
    OpenParenthesis,

    /// <summary>A closing parenthesis.</summary>
    CloseParenthesis,

    /// <summary>An opening brace.</summary>
    OpenBrace,

    /// <summary>A closing brace.</summary>
    CloseBrace,

    /// <summary>A bracket that opens an index after a value.</summary>
    OpenBracket,

    /// <summary>A closing bracket that does not belong to a reference.</summary>
    CloseBracket,

    /// <summary>A character that formulas contain only inside texts and references.</summary>
    Unknown,
}
