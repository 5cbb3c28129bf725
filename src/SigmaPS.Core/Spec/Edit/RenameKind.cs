namespace SigmaPS.Core.Spec.Edit;

/// <summary>The kind of an item that is renamed in all models.</summary>
public enum RenameKind
{
    /// <summary>A column.</summary>
    Column,

    /// <summary>A metric.</summary>
    Metric,

    /// <summary>An element.</summary>
    Element,
}
