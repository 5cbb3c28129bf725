using System;
using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A workbook or report with all its published versions.</summary>
public sealed class SandboxDocument
{
    private readonly List<DocumentVersion> _versions = [];
    private readonly List<DocumentTag> _tags = [];
    private readonly Dictionary<string, DocumentRefusal> _refusals = new(StringComparer.OrdinalIgnoreCase);
    private string? _urlId;

    internal SandboxDocument(string id, DocumentKind kind) => (Id, Kind) = (id, kind);

    public string Id { get; }

    public DocumentKind Kind { get; }

    public string UrlId => _urlId ??= Base62.Encode(Id);

    public string Name { get; internal set; } = "";

    public string? Description { get; internal set; }

    public string FolderId { get; internal set; } = "";

    public string OwnerId { get; set; } = "";

    public string CreatedBy { get; internal set; } = "";

    public string UpdatedBy { get; internal set; } = "";

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public bool IsArchived { get; set; }

    /// <summary>Whether it is an exploration: an unpublished workbook that Sigma lists under Recent.</summary>
    public bool IsExploration { get; set; }

    /// <summary>False: the list contains it only with skipPermissionCheck.</summary>
    public bool IsShared { get; set; } = true;

    /// <summary>Replaces the whole response of GET sources; null returns the real sources.</summary>
    public string? SourcesOverride { get; set; }

    public IReadOnlyList<DocumentVersion> Versions => _versions;

    public DocumentVersion Latest => _versions[^1];

    public int LatestVersion => _versions[^1].Number;

    public IReadOnlyList<DocumentTag> Tags => _tags;

    /// <summary>Makes every request for the document's contents fail; with <paramref name="only"/>, only requests whose path ends with
    /// it.</summary>
    public void Refuse(int status, string code, string message = "The document cannot be read", string only = "") =>
        _refusals[only] = new DocumentRefusal(status, code, message);

    /// <summary>Makes the document readable again.</summary>
    public void Allow() => _refusals.Clear();

    internal DocumentRefusal? RefusalOf(string endpoint) =>
        _refusals.TryGetValue(endpoint, out DocumentRefusal? one) ? one : _refusals.GetValueOrDefault("");

    internal void Add(DocumentVersion version) => _versions.Add(version);

    internal void Put(DocumentTag tag)
    {
        _tags.RemoveAll(old => old.Name == tag.Name);
        _tags.Add(tag);
    }
}
