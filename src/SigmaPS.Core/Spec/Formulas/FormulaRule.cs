namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The rules that the checker applies to one formula.</summary>
public enum FormulaRule
{
    /// <summary>The text is not a formula.</summary>
    Syntax,

    /// <summary>The text is a formula of another language.</summary>
    ForeignFormula,

    /// <summary>A word has no brackets.</summary>
    BareName,

    /// <summary>A unit has no quotes.</summary>
    UnquotedUnit,

    /// <summary>A function belongs to another tool.</summary>
    ForeignFunction,

    /// <summary>The arguments have the shape that another tool's function of this name takes.</summary>
    ForeignArguments,

    /// <summary>One letter separates the name from a function.</summary>
    MisspelledFunction,

    /// <summary>Neither Sigma nor a customer can have a function of this name.</summary>
    InvalidFunctionName,

    /// <summary>The function has too few arguments.</summary>
    MissingArgument,

    /// <summary>A metric cannot have this function.</summary>
    MetricFunction,

    /// <summary>Sigma refuses the *Over functions in a data model.</summary>
    OverFunction,

    /// <summary>A unit belongs to another tool.</summary>
    ForeignUnit,

    /// <summary>The function is not in the list.</summary>
    UnknownFunction,

    /// <summary>The function is spelled with other capitals.</summary>
    WrongCase,

    /// <summary>The function has too many arguments.</summary>
    ExtraArgument,

    /// <summary>Not is written like a function.</summary>
    NotCall,

    /// <summary>True or False is written like a function.</summary>
    LiteralCall,

    /// <summary>A unit is in the wrong place.</summary>
    MisplacedUnit,

    /// <summary>A unit or mode is not in the list.</summary>
    UnknownUnit,

    /// <summary>A comparison with Null is always Null.</summary>
    NullComparison,

    /// <summary>A plus joins texts.</summary>
    TextAddition,

    /// <summary>A number is compared with a text.</summary>
    TypeMismatch,

    /// <summary>A number is used as a condition.</summary>
    NumberCondition,

    /// <summary>The branches have literals of different types.</summary>
    MixedBranches,

    /// <summary>A date format is another tool's.</summary>
    DatePattern,

    /// <summary>A regular expression has single backslashes.</summary>
    SingleBackslash,

    /// <summary>CountIf has a column where it takes conditions only.</summary>
    CountIfColumn,

    /// <summary>A metric is aggregated again.</summary>
    AggregatedMetric,

    /// <summary>A range control is compared as a whole.</summary>
    RangeControl,

    /// <summary>A text in double quotes is the whole formula and the name of a column.</summary>
    QuotedColumn,

    /// <summary>The operator is not in Sigma's list.</summary>
    UnlistedOperator,

    /// <summary>A percent sign ends a number.</summary>
    PercentSign,

    /// <summary>The formula begins with an equals sign.</summary>
    LeadingEquals,

    /// <summary>The formula has a comment.</summary>
    Comment,

    /// <summary>The texts of Contains look swapped.</summary>
    SwappedContains,
}
