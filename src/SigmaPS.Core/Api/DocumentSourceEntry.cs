using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>One source of a workbook or report. The field names differ from those of a model's sources.</summary>
public sealed class DocumentSourceEntry
{
    /// <summary>data-model, table, custom-sql, dataset, or a kind that is not documented.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>The data model; null for other sources.</summary>
    [JsonProperty("dataModelId")]
    public string? DataModelId { get; init; }

    /// <summary>The elements of the model.</summary>
    [JsonProperty("elementIds", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> ElementIds { get; init; } = Array.Empty<string>();

    /// <summary>The version tag of the model that the document reads; null for the published version.</summary>
    [JsonProperty("versionTagId")]
    public string? VersionTagId { get; init; }

    /// <summary>The statement of custom SQL; null for other sources.</summary>
    [JsonProperty("definition")]
    public string? Definition { get; init; }
}
