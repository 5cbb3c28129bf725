using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A file or folder: an entry of GET /v2/files.</summary>
public sealed class FileEntry
{
    /// <summary>The ID. A data model and its file have the same ID.</summary>
    [JsonProperty("id", NullValueHandling = NullValueHandling.Ignore)]
    public string Id { get; init; } = "";

    /// <summary>The short ID in addresses.</summary>
    [JsonProperty("urlId", NullValueHandling = NullValueHandling.Ignore)]
    public string UrlId { get; init; } = "";

    /// <summary>The name; not unique.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>Sigma's name of the type: folder, workspace, data-model, workbook and others.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>The path of its folder, for example "My Documents/Examples".</summary>
    [JsonProperty("path", NullValueHandling = NullValueHandling.Ignore)]
    public string Path { get; init; } = "";

    /// <summary>The path with its own name. Items in a folder have this as their path.</summary>
    [JsonIgnore]
    public string FullPath => Path.Length == 0 ? Name : Path + "/" + Name;

    /// <summary>The ID of its folder.</summary>
    [JsonProperty("parentId", NullValueHandling = NullValueHandling.Ignore)]
    public string ParentId { get; init; } = "";

    /// <summary>The permission of the owner of the credentials on it.</summary>
    [JsonProperty("permission", NullValueHandling = NullValueHandling.Ignore)]
    public string Permission { get; init; } = "";

    /// <summary>The badge, for example Endorsed; null without one.</summary>
    [JsonProperty("badge")]
    public string? Badge { get; init; }

    /// <summary>The description; null without one.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The owner's member ID.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }

    /// <summary>The short ID of the document in another organization that it was deployed from; null if it was created here.</summary>
    [JsonProperty("parentSourceUrlId")]
    public string? ParentSourceUrlId { get; init; }

    /// <summary>When it was created.</summary>
    [JsonProperty("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The member ID of its creator.</summary>
    [JsonProperty("createdBy", NullValueHandling = NullValueHandling.Ignore)]
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was changed last.</summary>
    [JsonProperty("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The member ID of the last editor.</summary>
    [JsonProperty("updatedBy", NullValueHandling = NullValueHandling.Ignore)]
    public string UpdatedBy { get; init; } = "";

    /// <summary>The service's error message for an entry that it could not read; such an entry has no ID.</summary>
    [JsonProperty("message")]
    public string? Message { get; init; }

    /// <summary>The service's ID of the request, in an entry that it could not read.</summary>
    [JsonProperty("requestId")]
    public string? RequestId { get; init; }
}
