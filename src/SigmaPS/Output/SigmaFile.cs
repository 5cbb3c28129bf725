using System;

namespace SigmaPS;

/// <summary>A file, folder or workspace.</summary>
public sealed class SigmaFile
{
    internal SigmaFile()
    {
    }

    /// <summary>The ID. A data model and its file have the same ID.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The short ID in addresses.</summary>
    public string UrlId { get; internal set; } = "";

    /// <summary>The name; not unique.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>Sigma's name of the type: folder, workspace, data-model, workbook and others.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The path of its folder, for example "My Documents/Examples".</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The ID of its folder.</summary>
    public string ParentId { get; internal set; } = "";

    /// <summary>The permission of the owner of the credentials on it.</summary>
    public string Permission { get; internal set; } = "";

    /// <summary>The badge, for example Endorsed; $null without one.</summary>
    public string? Badge { get; internal set; }

    /// <summary>The description; $null without one.</summary>
    public string? Description { get; internal set; }

    /// <summary>The owner's member ID.</summary>
    public string? OwnerId { get; internal set; }

    /// <summary>Whether it is in the trash.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>The short ID of the document in another organization that it was deployed from; $null if it was created here.</summary>
    public string? ParentSourceUrlId { get; internal set; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>The member ID of its creator.</summary>
    public string CreatedBy { get; internal set; } = "";

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The member ID of the last editor.</summary>
    public string UpdatedBy { get; internal set; } = "";

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Name;
}
