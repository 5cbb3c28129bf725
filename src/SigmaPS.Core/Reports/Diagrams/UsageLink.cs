namespace SigmaPS.Core.Reports;

/// <summary>One usage as a diagram draws it: a model, the document that reads it, and the element in that document.</summary>
public sealed record UsageLink
{
    /// <summary>The ID of the model that is read.</summary>
    public string ModelId { get; init; } = "";

    /// <summary>Its name.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>The item that is read, such as Orders/Amount; empty for the whole model.</summary>
    public string Used { get; init; } = "";

    /// <summary>DataModel, Workbook or Report.</summary>
    public string ConsumerKind { get; init; } = "";

    /// <summary>The document's ID.</summary>
    public string ConsumerId { get; init; } = "";

    /// <summary>The document's name.</summary>
    public string ConsumerName { get; init; } = "";

    /// <summary>The name of the document's owner; empty where it is not known.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The ID of the element; empty for the whole document.</summary>
    public string ElementId { get; init; } = "";

    /// <summary>The element's name; an element without a name goes by its ID.</summary>
    public string ElementName { get; init; } = "";

    /// <summary>The column of the element; empty where it is not known.</summary>
    public string ColumnName { get; init; } = "";

    /// <summary>Whether the usage is certain.</summary>
    public bool IsCertain { get; init; }
}
