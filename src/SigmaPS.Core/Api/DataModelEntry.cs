using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>An entry of GET /v2/dataModels.</summary>
public sealed class DataModelEntry
{
    /// <summary>The UUID.</summary>
    [JsonProperty("dataModelId")]
    public string DataModelId { get; init; } = "";

    /// <summary>The short ID.</summary>
    [JsonProperty("dataModelUrlId")]
    public string DataModelUrlId { get; init; } = "";

    /// <summary>The name; not unique.</summary>
    [JsonProperty("name")]
    public string Name { get; init; } = "";

    /// <summary>The address in the application.</summary>
    [JsonProperty("url")]
    public string Url { get; init; } = "";

    /// <summary>The folder, for example "My Documents/Examples".</summary>
    [JsonProperty("path")]
    public string Path { get; init; } = "";

    /// <summary>The latest published version.</summary>
    [JsonProperty("latestVersion")]
    public long LatestVersion { get; init; }

    /// <summary>The owner's member ID.</summary>
    [JsonProperty("ownerId")]
    public string OwnerId { get; init; } = "";

    /// <summary>The member ID of its creator.</summary>
    [JsonProperty("createdBy")]
    public string CreatedBy { get; init; } = "";

    /// <summary>The member ID of the last editor.</summary>
    [JsonProperty("updatedBy")]
    public string UpdatedBy { get; init; } = "";

    /// <summary>When it was created.</summary>
    [JsonProperty("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonProperty("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived")]
    public bool IsArchived { get; init; }
}
