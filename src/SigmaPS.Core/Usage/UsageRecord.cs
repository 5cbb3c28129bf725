namespace SigmaPS.Core.Usage;

/// <summary>One usage: a consumer, down to its formula, reads an item.</summary>
public sealed record UsageRecord
{
    /// <summary>Data model, workbook or report.</summary>
    public ConsumerKind ConsumerKind { get; init; }

    /// <summary>The consumer's ID.</summary>
    public string ConsumerId { get; init; } = "";

    /// <summary>The consumer's name.</summary>
    public string ConsumerName { get; init; } = "";

    /// <summary>Its folder.</summary>
    public string Path { get; init; } = "";

    /// <summary>The member who owns it.</summary>
    public string OwnerId { get; init; } = "";

    /// <summary>The consumer's element; null for the whole document.</summary>
    public string? ElementId { get; init; }

    /// <summary>The element's name.</summary>
    public string? ElementName { get; init; }

    /// <summary>The consumer's column, metric or control; null where only the element is known.</summary>
    public string? ColumnId { get; init; }

    /// <summary>Its name.</summary>
    public string? ColumnName { get; init; }

    /// <summary>Its formula as Sigma prints it.</summary>
    public string? Formula { get; init; }

    /// <summary>The way from the item to the consumer, or why the usage is only possible.</summary>
    public string Via { get; init; } = "";

    /// <summary>How sure the usage is.</summary>
    public UsageCertainty Certainty { get; init; }

    /// <summary>The version tag that freezes the model, or whose version of the document this is.</summary>
    public string? VersionTag { get; init; }

    /// <summary>The address in Sigma.</summary>
    public string Url { get; init; } = "";

    /// <summary>The name of the model that is read; empty where no list shows it.</summary>
    public string ModelName { get; init; } = "";

    /// <summary>The name of the item that is read, such as Orders/Amount.</summary>
    public string Used { get; init; } = "";

    /// <summary>The item of the question that is read.</summary>
    public UsageItem? Target { get; init; }
}
