namespace SigmaPS;

/// <summary>A consumer of a data model: a data model, workbook or report that reads it, down to the formula.</summary>
public sealed class SigmaUsage
{
    internal SigmaUsage(string consumerKind, string consumerId, string consumerName)
    {
        ConsumerKind = consumerKind;
        ConsumerId = consumerId;
        ConsumerName = consumerName;
    }

    /// <summary>DataModel, Workbook or Report.</summary>
    public string ConsumerKind { get; }

    /// <summary>The consumer's ID.</summary>
    public string ConsumerId { get; }

    /// <summary>The consumer's name.</summary>
    public string ConsumerName { get; }

    /// <summary>The consumer's folder.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The name of the member who owns the consumer; the ID if Sigma does not list the member.</summary>
    public string Owner { get; internal set; } = "";

    /// <summary>The ID of the consumer's element; $null for the whole document.</summary>
    public string? ElementId { get; internal set; }

    /// <summary>The name of that element.</summary>
    public string? ElementName { get; internal set; }

    /// <summary>The ID of the consumer's column; $null if only the element is known.</summary>
    public string? ColumnId { get; internal set; }

    /// <summary>The name of that column.</summary>
    public string? ColumnName { get; internal set; }

    /// <summary>The column's formula as Sigma prints it.</summary>
    public string? Formula { get; internal set; }

    /// <summary>The formula to write after a rename; $null if no rename is planned, or if Sigma does not show the formula.</summary>
    public string? NewFormula { get; internal set; }

    /// <summary>The path to the item that is read, or the reason why the usage is only possible.</summary>
    public string Via { get; internal set; } = "";

    /// <summary>Certain: by ID, or by a name that only one item can have. Possible: Sigma's responses are not sufficient for
    /// certainty.</summary>
    public string Certainty { get; internal set; } = "";

    /// <summary>The version tag that is read; $null for the published version.</summary>
    public string? VersionTag { get; internal set; }

    /// <summary>The consumer's address in Sigma.</summary>
    public string Url { get; internal set; } = "";

    /// <summary>The ID of the data model that is read.</summary>
    public string DataModelId { get; internal set; } = "";

    /// <summary>The name of that data model.</summary>
    public string DataModelName { get; internal set; } = "";

    /// <summary>The item that is read, such as Orders/Amount.</summary>
    public string Used { get; internal set; } = "";

    /// <summary>Shows consumer, element and column.</summary>
    /// <returns>For example Workbook "Sales": Orders / Amount.</returns>
    public override string ToString()
    {
        var element = ElementName is null ? "" : $": {ElementName}";
        var column = ColumnName is null ? "" : $" / {ColumnName}";
        return $"{ConsumerKind} \"{ConsumerName}\"{element}{column}";
    }
}
