namespace SigmaPS.Core.Usage;

/// <summary>The kind of an item that a consumer can read.</summary>
public enum UsageItemKind
{
    /// <summary>A whole data model.</summary>
    Model,

    /// <summary>An element.</summary>
    Element,

    /// <summary>A column.</summary>
    Column,

    /// <summary>A metric.</summary>
    Metric,

    /// <summary>A relationship.</summary>
    Relationship,

    /// <summary>A control, by its control ID.</summary>
    Control,
}
