using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A workbook, report or data model of the organization's lists, with its tags.</summary>
public sealed class DocumentEntry
{
    /// <summary>The document's UUID.</summary>
    [JsonIgnore]
    public string Id => WorkbookId ?? ReportId ?? DataModelId ?? "";

    /// <summary>The name.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>The address in the app.</summary>
    [JsonProperty("url", NullValueHandling = NullValueHandling.Ignore)]
    public string Url { get; init; } = "";

    /// <summary>The folder.</summary>
    [JsonProperty("path", NullValueHandling = NullValueHandling.Ignore)]
    public string Path { get; init; } = "";

    /// <summary>The latest published version.</summary>
    [JsonProperty("latestVersion")]
    public long LatestVersion { get; init; }

    /// <summary>The owner's member ID.</summary>
    [JsonProperty("ownerId", NullValueHandling = NullValueHandling.Ignore)]
    public string OwnerId { get; init; } = "";

    /// <summary>When it was changed, exactly as the service sent it.</summary>
    [JsonProperty("updatedAt")]
    public string? UpdatedAt { get; init; }

    /// <summary>True for a document in the trash.</summary>
    [JsonProperty("isArchived")]
    public bool IsArchived { get; init; }

    /// <summary>The version tags.</summary>
    [JsonProperty("tags", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<DocumentTagEntry> Tags { get; init; } = Array.Empty<DocumentTagEntry>();

    [JsonProperty("workbookId")]
    private string? WorkbookId { get; init; }

    [JsonProperty("reportId")]
    private string? ReportId { get; init; }

    [JsonProperty("dataModelId")]
    private string? DataModelId { get; init; }
}
