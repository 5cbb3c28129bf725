namespace SigmaPS.Core.Spec;

/// <summary>The kind of item that a reference by ID refers to.</summary>
internal enum IdTarget
{
    /// <summary>A column or metric.</summary>
    Column,

    /// <summary>A column, metric or folder in a layout list; it need not resolve.</summary>
    Layout,

    /// <summary>An element.</summary>
    Element,

    /// <summary>The element that a source reads.</summary>
    Source,

    /// <summary>A grouping of the element that a source reads.</summary>
    Grouping,
}
