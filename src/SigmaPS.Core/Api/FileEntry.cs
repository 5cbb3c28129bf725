using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A file or folder as GET /v2/files shows it.</summary>
public sealed class FileEntry
{
    /// <summary>The id; that of a data model is also its file's.</summary>
    [JsonProperty("id", NullValueHandling = NullValueHandling.Ignore)]
    public string Id { get; init; } = "";

    /// <summary>The short id in addresses.</summary>
    [JsonProperty("urlId", NullValueHandling = NullValueHandling.Ignore)]
    public string UrlId { get; init; } = "";

    /// <summary>The name; not unique.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>What it is, in Sigma's word: folder, workspace, data-model, workbook and others.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>The folder it lies in, for example "My Documents/Examples".</summary>
    [JsonProperty("path", NullValueHandling = NullValueHandling.Ignore)]
    public string Path { get; init; } = "";

    /// <summary>Where it is, its own name last: what things in it show as their path.</summary>
    [JsonIgnore]
    public string FullPath => Path.Length == 0 ? Name : Path + "/" + Name;

    /// <summary>The id of the folder it lies in.</summary>
    [JsonProperty("parentId", NullValueHandling = NullValueHandling.Ignore)]
    public string ParentId { get; init; } = "";

    /// <summary>What the owner of the credentials may do with it.</summary>
    [JsonProperty("permission", NullValueHandling = NullValueHandling.Ignore)]
    public string Permission { get; init; } = "";

    /// <summary>The badge, for example Endorsed; null without one.</summary>
    [JsonProperty("badge")]
    public string? Badge { get; init; }

    /// <summary>The description; null without one.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The member id of its owner.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }

    /// <summary>The document in another organisation that it was deployed from; null for what was made here.</summary>
    [JsonProperty("parentSourceUrlId")]
    public string? ParentSourceUrlId { get; init; }

    /// <summary>When it was made.</summary>
    [JsonProperty("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>The member id of who made it.</summary>
    [JsonProperty("createdBy", NullValueHandling = NullValueHandling.Ignore)]
    public string CreatedBy { get; init; } = "";

    /// <summary>When it was changed last.</summary>
    [JsonProperty("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>The member id of who changed it last.</summary>
    [JsonProperty("updatedBy", NullValueHandling = NullValueHandling.Ignore)]
    public string UpdatedBy { get; init; } = "";

    /// <summary>What the service says of an entry that it could not read; such an entry has no id.</summary>
    [JsonProperty("message")]
    public string? Message { get; init; }

    /// <summary>The service's name for the request, in an entry that it could not read.</summary>
    [JsonProperty("requestId")]
    public string? RequestId { get; init; }
}
