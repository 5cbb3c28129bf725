using System;
using System.Collections.Generic;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>A data model with all its published versions.</summary>
public sealed class SandboxModel
{
    private readonly List<ModelVersion> _versions = [];
    private readonly List<ModelTag> _tags = [];

    internal SandboxModel(string id) => Id = id;

    public string Id { get; }

    public string UrlId => Base62.Encode(Id);

    public string Name { get; internal set; } = "";

    public string? Description { get; internal set; }

    public string FolderId { get; internal set; } = "";

    public string OwnerId { get; internal set; } = "";

    public string CreatedBy { get; internal set; } = "";

    public string UpdatedBy { get; internal set; } = "";

    public DateTimeOffset CreatedAt { get; internal set; }

    public DateTimeOffset UpdatedAt { get; internal set; }

    public bool IsArchived { get; internal set; }

    /// <summary>What GET /v2/files says of the caller's access.</summary>
    public string Permission { get; set; } = "edit";

    public string? Badge { get; set; }

    /// <summary>The short id of the document in the organisation that it was deployed from; null for what was made here.</summary>
    public string? ParentSourceUrlId { get; set; }

    /// <summary>The layout it was seeded or made with.</summary>
    public SpecLayout Layout { get; internal set; } = SpecLayout.Current;

    public IReadOnlyList<ModelVersion> Versions => _versions;

    public ModelVersion Latest => _versions[^1];

    public int LatestVersion => _versions[^1].Number;

    public IReadOnlyList<ModelTag> Tags => _tags;

    /// <summary>The latest representation exactly as GET spec sends it in JSON.</summary>
    public string SpecJson => SpecOf(null);

    /// <summary>From when on GET /v2/files lists it.</summary>
    internal DateTimeOffset VisibleFrom { get; set; }

    /// <summary>Keys at the end of the document: kind in exports since September 2026, and any the client cannot know.</summary>
    internal JsonObject Trailing { get; set; } = [];

    internal Func<SandboxModel, ModelVersion, string> Render { get; set; } = (_, version) => version.PagesText;

    /// <summary>A version's representation exactly as GET spec sends it in JSON; null is the latest.</summary>
    public string SpecOf(int? version) => Render(this, version is int number ? _versions[number - 1] : Latest);

    internal void Add(ModelVersion version) => _versions.Add(version);

    internal void Reprint(JsonArray pages, ModelBindings bindings) => _versions[^1] = Latest.Reprinted(pages, bindings);

    internal void Put(ModelTag tag)
    {
        _tags.RemoveAll(old => old.Name == tag.Name);
        _tags.Add(tag);
    }
}
