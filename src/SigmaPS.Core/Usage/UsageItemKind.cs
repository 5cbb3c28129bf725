namespace SigmaPS.Core.Usage;

/// <summary>The kind of an item that a consumer can read.</summary>
public enum UsageItemKind
{
    /// <summary>A whole data model.</summary>
    Model,

    /// <summary>An element.</summary>
    Element,

    /// <summary>An element by the name that formulas use as a prefix; its source is named by ID.</summary>
    ElementName,

    /// <summary>A column.</summary>
    Column,

    /// <summary>A metric.</summary>
    Metric,

    /// <summary>A relationship.</summary>
    Relationship,

    /// <summary>A control, by its control ID.</summary>
    Control,

    /// <summary>A grouping, by the ID that a source with groupingId names.</summary>
    Grouping,
}
