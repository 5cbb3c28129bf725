using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A data model with all its published versions.</summary>
public sealed class SandboxModel
{
    private readonly List<ModelVersion> _versions = [];
    private readonly List<ModelTag> _tags = [];
    private string? _urlId;

    internal SandboxModel(string id) => Id = id;

    public string Id { get; }

    public string UrlId => _urlId ??= Base62.Encode(Id);

    public string Name { get; internal set; } = "";

    public string? Description { get; internal set; }

    public string FolderId { get; internal set; } = "";

    public string OwnerId { get; internal set; } = "";

    public string CreatedBy { get; internal set; } = "";

    public string UpdatedBy { get; internal set; } = "";

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public bool IsArchived { get; internal set; }

    /// <summary>The caller's permission in GET /v2/files.</summary>
    public string Permission { get; set; } = "edit";

    public string? Badge { get; set; }

    /// <summary>The short ID of the document in the organization that it was deployed from; null if it was created here.</summary>
    public string? ParentSourceUrlId { get; set; }

    /// <summary>The layout that it was seeded or created with.</summary>
    public SpecLayout Layout { get; internal set; } = SpecLayout.Current;

    public IReadOnlyList<ModelVersion> Versions => _versions;

    public ModelVersion Latest => _versions[^1];

    public int LatestVersion => _versions[^1].Number;

    public IReadOnlyList<ModelTag> Tags => _tags;

    /// <summary>The latest spec exactly as GET spec sends it in JSON.</summary>
    public string SpecJson => SpecOf(null);

    /// <summary>The time from which GET /v2/files lists it.</summary>
    internal DateTimeOffset VisibleFrom { get; set; }

    /// <summary>Keys at the end of the document: kind in exports since September 2026, and keys unknown to the client.</summary>
    internal JsonObject Trailing { get; set; } = [];

    internal Func<SandboxModel, ModelVersion, string> Render { get; set; } = (_, version) => version.PagesText;

    /// <summary>The spec of a version exactly as GET spec sends it in JSON; null is the latest.</summary>
    public string SpecOf(int? version) => Render(this, version is int number ? _versions[number - 1] : Latest);

    internal void Add(ModelVersion version) => _versions.Add(version);

    internal void Reprint(JsonArray pages, ModelBindings bindings) => _versions[^1] = Latest.Reprinted(pages, bindings);

    internal void Put(ModelTag tag)
    {
        _tags.RemoveAll(old => old.Name == tag.Name);
        _tags.Add(tag);
    }
}
