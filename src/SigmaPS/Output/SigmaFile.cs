using System;

namespace SigmaPS;

/// <summary>A file, folder or workspace.</summary>
public sealed class SigmaFile
{
    internal SigmaFile()
    {
    }

    /// <summary>The id; that of a data model is also its file's.</summary>
    public string Id { get; internal set; } = "";

    /// <summary>The short id in addresses.</summary>
    public string UrlId { get; internal set; } = "";

    /// <summary>The name; not unique.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What it is, in Sigma's word: folder, workspace, data-model, workbook and others.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The folder it lies in, for example "My Documents/Examples".</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The id of the folder it lies in.</summary>
    public string ParentId { get; internal set; } = "";

    /// <summary>What the owner of the credentials may do with it.</summary>
    public string Permission { get; internal set; } = "";

    /// <summary>The badge, for example Endorsed; $null without one.</summary>
    public string? Badge { get; internal set; }

    /// <summary>The description; $null without one.</summary>
    public string? Description { get; internal set; }

    /// <summary>The member id of its owner.</summary>
    public string? OwnerId { get; internal set; }

    /// <summary>Whether it is in the trash.</summary>
    public bool IsArchived { get; internal set; }

    /// <summary>The document in another organisation that it was deployed from; $null for what was made here.</summary>
    public string? ParentSourceUrlId { get; internal set; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset? CreatedAt { get; internal set; }

    /// <summary>The member id of who made it.</summary>
    public string CreatedBy { get; internal set; } = "";

    /// <summary>When it was changed last.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The member id of who changed it last.</summary>
    public string UpdatedBy { get; internal set; } = "";

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Name;
}
