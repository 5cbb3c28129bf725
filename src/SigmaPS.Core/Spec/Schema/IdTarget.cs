namespace SigmaPS.Core.Spec;

/// <summary>What a reference by ID names.</summary>
internal enum IdTarget
{
    /// <summary>A column or metric.</summary>
    Column,

    /// <summary>A column, metric or folder, in a list of layout: it may name nothing.</summary>
    Layout,

    /// <summary>An element.</summary>
    Element,

    /// <summary>The element that a source reads.</summary>
    Source,

    /// <summary>A grouping of the element that a source reads.</summary>
    Grouping,
}
