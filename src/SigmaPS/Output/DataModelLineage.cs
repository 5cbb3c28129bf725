using System;

namespace SigmaPS;

/// <summary>A node of a data model's lineage: an element, or something that elements read.</summary>
public sealed class DataModelLineage
{
    internal DataModelLineage(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model whose lineage it is.</summary>
    public string DataModelId { get; }

    /// <summary>element, table, data-model, customSQL, dataset or a newer kind.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The name of a source; $null where it has none.</summary>
    public string? Name { get; internal set; }

    /// <summary>The element; $null for sources.</summary>
    public string? ElementId { get; internal set; }

    /// <summary>What an element reads directly: elements and sources.</summary>
    public string[] SourceIds { get; internal set; } = Array.Empty<string>();

    /// <summary>What an element reads in the end.</summary>
    public string[] DataSourceIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The connection of a source.</summary>
    public string? ConnectionId { get; internal set; }

    /// <summary>The data model that is read; $null for other nodes.</summary>
    public string? SourceDataModelId { get; internal set; }

    /// <summary>The table or dataset; Get-SigmaTable tells a table's path.</summary>
    public string? InodeId { get; internal set; }

    /// <summary>The text of a custom SQL.</summary>
    public string? Definition { get; internal set; }

    /// <summary>Shows the type.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Type;
}
