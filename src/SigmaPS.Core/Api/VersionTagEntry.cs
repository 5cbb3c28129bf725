using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A version tag of the organization: GET /v2/tags.</summary>
public sealed class VersionTagEntry
{
    /// <summary>The name, which is unique in the organization.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>The description; null without one.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>Whether the tag was removed.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }
}
