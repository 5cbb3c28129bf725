using System;

namespace SigmaPS;

/// <summary>A node of a data model's lineage: an element, or a source that elements read.</summary>
public sealed class DataModelLineage
{
    internal DataModelLineage(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of the model.</summary>
    public string DataModelId { get; }

    /// <summary>element, table, data-model, customSQL, dataset or a newer kind.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The name of a source; $null if it has none.</summary>
    public string? Name { get; internal set; }

    /// <summary>The element; $null for sources.</summary>
    public string? ElementId { get; internal set; }

    /// <summary>The IDs of the elements and sources that an element reads directly.</summary>
    public ItemList<string> SourceIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The IDs of the data sources that an element reads directly or through others.</summary>
    public ItemList<string> DataSourceIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The connection of a source.</summary>
    public string? ConnectionId { get; internal set; }

    /// <summary>The data model that is read; $null for other nodes.</summary>
    public string? SourceDataModelId { get; internal set; }

    /// <summary>The table or dataset; Get-SigmaTable returns the path of a table.</summary>
    public string? InodeId { get; internal set; }

    /// <summary>The text of a custom SQL.</summary>
    public string? Definition { get; internal set; }

    /// <summary>Shows the type.</summary>
    /// <returns>The type, safe for a console or log.</returns>
    public override string ToString() => Type;
}
