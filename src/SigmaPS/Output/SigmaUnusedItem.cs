namespace SigmaPS;

/// <summary>A column or metric of a data model without consumers.</summary>
public sealed class SigmaUnusedItem
{
    internal SigmaUnusedItem(string dataModelId, string kind, string name)
    {
        DataModelId = dataModelId;
        Kind = kind;
        Name = name;
    }

    /// <summary>The data model's ID.</summary>
    public string DataModelId { get; }

    /// <summary>Column or Metric.</summary>
    public string Kind { get; }

    /// <summary>The name of the column or metric.</summary>
    public string Name { get; }

    /// <summary>The name of its element.</summary>
    public string Element { get; internal set; } = "";

    /// <summary>The ID of its element.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>Its ID in the element.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>Its formula.</summary>
    public string Formula { get; internal set; } = "";

    /// <summary>Certain: every document was checked and none reads it. Possible: see Reason.</summary>
    public string Certainty { get; internal set; } = "";

    /// <summary>Why it is not certain; empty if it is.</summary>
    public string Reason { get; internal set; } = "";

    /// <summary>Shows element and name.</summary>
    /// <returns>For example Orders / Amount.</returns>
    public override string ToString() => $"{Element} / {Name}";
}
