namespace SigmaPS;

/// <summary>A column of a live data model, as Sigma resolves it.</summary>
public sealed class DataModelColumn
{
    internal DataModelColumn(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model it belongs to.</summary>
    public string DataModelId { get; }

    /// <summary>The id, unique within its element.</summary>
    public string ColumnId { get; internal set; } = "";

    /// <summary>The element it belongs to.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The name as Sigma shows it.</summary>
    public string? Name { get; internal set; }

    /// <summary>The formula.</summary>
    public string? Formula { get; internal set; }

    /// <summary>The type in Sigma's word, for example text; error where the formula does not resolve.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Whether Sigma could not resolve the formula.</summary>
    public bool IsBroken { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Name ?? ColumnId;
}
