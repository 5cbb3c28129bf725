using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>The body of PATCH /v2/files/{id}. A property that is null stays unchanged.</summary>
public sealed class FileChange
{
    /// <summary>The new name.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The new description.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }

    /// <summary>The ID of the folder to move it to.</summary>
    [JsonProperty("parentId")]
    public string? ParentId { get; init; }

    /// <summary>The member ID of the new owner.</summary>
    [JsonProperty("ownerId")]
    public string? OwnerId { get; init; }

    /// <summary>True restores it from the trash.</summary>
    [JsonProperty("restore")]
    public bool? Restore { get; init; }

    /// <summary>Whether a file already has the desired state of this change.</summary>
    /// <param name="file">The present state of the file.</param>
    /// <returns>True if no property differs.</returns>
    internal bool Holds(FileState file) =>
        (Name is null || Name == file.Name)
        && (Description is null || Description == (file.Description ?? ""))
        && (ParentId is null || ParentId == file.ParentId)
        && (OwnerId is null || OwnerId == file.OwnerId)
        && (Restore is not true || !file.IsArchived);
}
