using System;
using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>A workbook or report with all its published versions.</summary>
public sealed class SandboxDocument
{
    private readonly List<DocumentVersion> _versions = [];
    private readonly List<DocumentTag> _tags = [];
    private readonly Dictionary<string, DocumentRefusal> _refusals = new(StringComparer.OrdinalIgnoreCase);

    internal SandboxDocument(string id, DocumentKind kind) => (Id, Kind) = (id, kind);

    public string Id { get; }

    public DocumentKind Kind { get; }

    public string UrlId => Base62.Encode(Id);

    public string Name { get; internal set; } = "";

    public string? Description { get; internal set; }

    public string FolderId { get; internal set; } = "";

    public string OwnerId { get; set; } = "";

    public string CreatedBy { get; internal set; } = "";

    public string UpdatedBy { get; internal set; } = "";

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public bool IsArchived { get; set; }

    /// <summary>An unpublished workbook that Sigma keeps under Recent.</summary>
    public bool IsExploration { get; set; }

    /// <summary>False: the list shows it with skipPermissionCheck only.</summary>
    public bool IsShared { get; set; } = true;

    /// <summary>The source element IDs that GET sources leaves out or adds stay the real ones; a value here replaces the whole response.</summary>
    public string? SourcesOverride { get; set; }

    public IReadOnlyList<DocumentVersion> Versions => _versions;

    public DocumentVersion Latest => _versions[^1];

    public int LatestVersion => _versions[^1].Number;

    public IReadOnlyList<DocumentTag> Tags => _tags;

    /// <summary>Each request for the document's contents fails from now on; with <paramref name="only"/>, requests whose path ends with it.</summary>
    public void Refuse(int status, string code, string message = "The document cannot be read", string only = "") =>
        _refusals[only] = new DocumentRefusal(status, code, message);

    /// <summary>The document can be read again.</summary>
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
