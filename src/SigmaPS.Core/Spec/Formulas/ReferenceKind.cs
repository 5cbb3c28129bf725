namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What a reference in a formula names.</summary>
internal enum ReferenceKind
{
    /// <summary>Nothing: everything that could be meant is in the document, and it is not there.</summary>
    Unresolved,

    /// <summary>Something that the document does not hold: a column of a warehouse table, of an SQL statement, of another model.</summary>
    OutOfSight,

    /// <summary>A column of an element.</summary>
    Column,

    /// <summary>A metric of an element.</summary>
    Metric,

    /// <summary>A control's value.</summary>
    Control,

    /// <summary>An output column of a union; the target is its match.</summary>
    UnionOutput,
}
