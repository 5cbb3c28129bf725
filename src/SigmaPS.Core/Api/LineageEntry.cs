using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A node of a data model's lineage: GET /v2/dataModels/{id}/lineage.</summary>
public sealed class LineageEntry
{
    /// <summary>element, table, data-model, customSQL, dataset or a newer kind.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>The name of a source; null if it has none.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The element; null for sources.</summary>
    [JsonProperty("elementId")]
    public string? ElementId { get; init; }

    /// <summary>The IDs of the elements and sources that an element reads directly.</summary>
    [JsonProperty("sourceIds", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> SourceIds { get; init; } = Array.Empty<string>();

    /// <summary>The IDs of the data sources that an element reads directly or through others.</summary>
    [JsonProperty("dataSourceIds", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> DataSourceIds { get; init; } = Array.Empty<string>();

    /// <summary>The connection of a source.</summary>
    [JsonProperty("connectionId")]
    public string? ConnectionId { get; init; }

    /// <summary>The data model that is read; null for other nodes.</summary>
    [JsonProperty("dataModelId")]
    public string? SourceDataModelId { get; init; }

    /// <summary>The table or dataset. Get-SigmaTable returns the path of a table.</summary>
    [JsonProperty("inodeId")]
    public string? InodeId { get; init; }

    /// <summary>The text of a custom SQL.</summary>
    [JsonProperty("definition")]
    public string? Definition { get; init; }
}
