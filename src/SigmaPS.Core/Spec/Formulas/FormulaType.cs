namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The type of a value, where it is certain.</summary>
public enum FormulaType
{
    /// <summary>Not certain.</summary>
    Unknown,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>True or False.</summary>
    Logical,

    /// <summary>A date with its time.</summary>
    DateTime,

    /// <summary>A JSON value, a record or an array.</summary>
    Variant,

    /// <summary>A place on Earth.</summary>
    Geography,
}
