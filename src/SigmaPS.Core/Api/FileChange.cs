using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>What PATCH /v2/files/{id} shall set; what is null stays as it is.</summary>
public sealed class FileChange
{
    /// <summary>The new name.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The new description.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The folder to move it to.</summary>
    [JsonProperty("parentId")]
    public string? ParentId { get; init; }

    /// <summary>The member who shall own it.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>True to bring it back from the trash.</summary>
    [JsonProperty("restore")]
    public bool? Restore { get; init; }

    /// <summary>Whether a file is as this change wants it.</summary>
    /// <param name="file">The file as it is.</param>
    /// <returns>True when nothing is left to do.</returns>
    internal bool Holds(FileState file) =>
        (Name is null || Name == file.Name)
        && (Description is null || Description == (file.Description ?? ""))
        && (ParentId is null || ParentId == file.ParentId)
        && (OwnerId is null || OwnerId == file.OwnerId)
        && (Restore is not true || !file.IsArchived);
}

/// <summary>As much of GET /v2/files/{id} as a change can be settled by.</summary>
public sealed class FileState
{
    /// <summary>The name.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The description; null where it has none.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The folder it lies in.</summary>
    [JsonProperty("parentId")]
    public string? ParentId { get; init; }

    /// <summary>The owner's member id.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived")]
    public bool IsArchived { get; init; }
}
