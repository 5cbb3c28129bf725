namespace SigmaPS;

/// <summary>A column of a live data model, as Sigma resolves it.</summary>
public sealed class DataModelColumn
{
    internal DataModelColumn(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of its model.</summary>
    public string DataModelId { get; }

    /// <summary>The ID, unique within its element.</summary>
    public string ColumnId { get; internal set; } = "";

    /// <summary>The ID of its element.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The display name.</summary>
    public string? Name { get; internal set; }

    /// <summary>The formula.</summary>
    public string? Formula { get; internal set; }

    /// <summary>Sigma's name of the type, for example text; error if the formula does not resolve.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>Whether Sigma cannot resolve the formula.</summary>
    public bool IsBroken { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Name ?? ColumnId;
}
