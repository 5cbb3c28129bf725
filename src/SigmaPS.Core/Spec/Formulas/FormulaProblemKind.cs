namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The ways in which a text fails to be a formula.</summary>
public enum FormulaProblemKind
{
    /// <summary>A text has no closing quote.</summary>
    UnclosedText,

    /// <summary>A reference has no closing bracket.</summary>
    UnclosedReference,

    /// <summary>A parenthesis, brace or index is not closed.</summary>
    Unclosed,

    /// <summary>A closing character has no opening one.</summary>
    Unopened,

    /// <summary>An operator has nothing on one side.</summary>
    MissingOperand,

    /// <summary>An argument is empty.</summary>
    EmptyArgument,

    /// <summary>There is no operator between two values.</summary>
    MissingOperator,

    /// <summary>A comma is outside of a function's arguments.</summary>
    UnexpectedComma,

    /// <summary>A semicolon separates arguments.</summary>
    Semicolon,

    /// <summary>A colon is outside of a record.</summary>
    UnexpectedColon,

    /// <summary>An operator belongs to another language.</summary>
    ForeignOperator,

    /// <summary>A text has typographic quotes.</summary>
    CurlyQuotes,

    /// <summary>No formula has this character here.</summary>
    UnexpectedCharacter,

    /// <summary>A blank separates a value from the dot of its path.</summary>
    BlankBeforeDot,

    /// <summary>A dot has no value before it or no name after it.</summary>
    UnexpectedDot,

    /// <summary>The formula begins with an equals sign.</summary>
    LeadingEquals,

    /// <summary>A percent sign ends a number.</summary>
    PercentSign,

    /// <summary>The formula holds nothing but comments.</summary>
    OnlyComment,
}
