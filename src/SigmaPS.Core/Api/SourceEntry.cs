using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A source of a data model: GET /v2/dataModels/{id}/sources.</summary>
public sealed class SourceEntry
{
    /// <summary>table, data-model, custom-sql or dataset.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>The warehouse table. Get-SigmaTable returns its path.</summary>
    [JsonProperty("tableId")]
    public string? TableId { get; init; }

    /// <summary>The data model that is read; null for other sources.</summary>
    [JsonProperty("dataModelId")]
    public string? SourceDataModelId { get; init; }

    /// <summary>The elements of that data model that are read.</summary>
    [JsonProperty("elementIds", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> ElementIds { get; init; } = Array.Empty<string>();

    /// <summary>The version tag that is read; null for the latest version.</summary>
    [JsonProperty("versionTagId")]
    public string? VersionTagId { get; init; }

    /// <summary>The connection of a custom SQL.</summary>
    [JsonProperty("connectionId")]
    public string? ConnectionId { get; init; }

    /// <summary>The text of a custom SQL.</summary>
    [JsonProperty("definition")]
    public string? Definition { get; init; }

    /// <summary>The element that contains the custom SQL.</summary>
    [JsonProperty("customSqlId")]
    public string? CustomSqlId { get; init; }

    /// <summary>The dataset, which is deprecated in Sigma.</summary>
    [JsonProperty("datasetId")]
    public string? DatasetId { get; init; }
}
