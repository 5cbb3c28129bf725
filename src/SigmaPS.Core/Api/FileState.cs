using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>The part of GET /v2/files/{id} that confirms a change.</summary>
public sealed class FileState
{
    /// <summary>The name.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The description; null if it has none.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The ID of its folder.</summary>
    [JsonProperty("parentId")]
    public string? ParentId { get; init; }

    /// <summary>The owner's member ID.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived")]
    public bool IsArchived { get; init; }
}
