using System;

namespace SigmaPS.Sandbox;

/// <summary>A folder or workspace. A null parent is the root.</summary>
public sealed class SandboxFolder
{
    public required string Id { get; init; }

    public string UrlId => Base62.Encode(Id);

    public required string Name { get; set; }

    public string? ParentId { get; set; }

    /// <summary>folder or workspace.</summary>
    public string Type { get; init; } = "folder";

    public string? Description { get; set; }

    public required string OwnerId { get; set; }

    public bool IsArchived { get; set; }

    public required string CreatedBy { get; init; }

    public required string UpdatedBy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    /// <summary>The time from which GET /v2/files lists it.</summary>
    public DateTimeOffset VisibleFrom { get; init; }
}
