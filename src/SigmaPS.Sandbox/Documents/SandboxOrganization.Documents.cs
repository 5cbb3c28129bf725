using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

public sealed partial class SandboxOrganization
{
    private readonly Dictionary<string, SandboxDocument> _documentsById = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string Model, int Version), ModelView> _views = [];
    private int _viewStamp = -1;

    /// <summary>All workbooks and reports.</summary>
    public IReadOnlyList<SandboxDocument> Documents => Locked(() => _documents.ToArray());

    /// <summary>
    /// Publishes a workbook: {"name", "pages": [{"id", "name", "elements": [{"id", "kind", "name", "source", "columns"}]}]}.
    /// </summary>
    /// <returns>The ID of the workbook.</returns>
    public string AddWorkbook(string content, string? name = null, string? folderPath = null) =>
        AddDocument(DocumentKind.Workbook, SpecText.ParseObject(content), name, folderPath).Id;

    /// <summary>Publishes a report in the form of <see cref="AddWorkbook"/>.</summary>
    /// <returns>The ID of the report.</returns>
    public string AddReport(string content, string? name = null, string? folderPath = null) =>
        AddDocument(DocumentKind.Report, SpecText.ParseObject(content), name, folderPath).Id;

    /// <summary>Publishes a workbook or report.</summary>
    public SandboxDocument AddDocument(DocumentKind kind, JsonObject content, string? name = null, string? folderPath = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        return Locked(() =>
        {
            SandboxDocument document = NewDocument(
                kind,
                SpecText.Text(content["id"]) ?? NewId(),
                name ?? SpecText.Text(content["name"]) ?? "Untitled",
                folderPath);
            document.Add(new DocumentVersion(1, content["pages"]!.DeepClone().AsArray(), ApiUser.Id, Now, Bind));
            return document;
        });
    }

    /// <summary>Adds a document whose pages are generated at each request, so that thousands of documents need no memory.</summary>
    public SandboxDocument InventDocument(DocumentKind kind, string id, string name, Func<JsonArray> pages) => Locked(() =>
    {
        SandboxDocument document = NewDocument(kind, id, name, "Invented");
        document.Add(new DocumentVersion(1, pages, ApiUser.Id, Now, Bind));
        return document;
    });

    /// <summary>Gets a document by ID.</summary>
    public SandboxDocument GetDocument(string id) => Locked(() => _documentsById[id]);

    /// <summary>Publishes the next version of a document as another member.</summary>
    public int EditDocument(string id, Action<JsonArray> edit)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return Locked(() =>
        {
            SandboxDocument document = _documentsById[id];
            JsonArray pages = document.Latest.Read().Pages.DeepClone().AsArray();
            edit(pages);
            return Publish(document, pages);
        });
    }

    /// <summary>Tags a version of a document; the tagged copy has a separate ID.</summary>
    /// <returns>The tagged copy's ID.</returns>
    public string TagDocument(string id, string tagName, int? version = null) => Locked(() =>
    {
        SandboxDocument document = _documentsById[id];
        DocumentTag tag = new(
            NewIds.Stable("tag:" + tagName),
            tagName,
            version ?? document.LatestVersion,
            NewIds.Stable($"tagged:{id}:{tagName}"),
            Now);
        document.Put(tag);
        document.UpdatedAt = Now;
        return tag.TaggedDocumentId;
    });

    /// <summary>The columns of a document with type error, as (element ID, column ID).</summary>
    public IReadOnlyList<(string ElementId, string ColumnId)> BrokenColumns(string documentId) =>
        Locked(() =>
            new DocumentColumns(this, _documentsById[documentId].Latest)
                .Broken()
                .Select(key => (key.ElementId, key.ColumnId))
                .ToArray());

    /// <summary>The columns of a model with type error, as (element ID, column ID).</summary>
    public IReadOnlyList<(string ElementId, string ColumnId)> BrokenModelColumns(string modelId) => Locked(() =>
    {
        ModelVersion latest = GetModel(modelId).Latest;
        SpecScope scope = new(this, latest.Pages, 0, latest.Bindings);
        return scope.Tables.Keys.SelectMany(id => scope.Columns(id).Where(c => c.Type == "error").Select(c => (id, c.Id))).ToArray();
    });

    internal int Publish(SandboxDocument document, JsonArray pages)
    {
        document.Add(new DocumentVersion(document.LatestVersion + 1, pages, Colleague.Id, Now, Bind));
        (document.UpdatedBy, document.UpdatedAt) = (Colleague.Id, Now);
        return document.LatestVersion;
    }

    /// <summary>Finds a document by its ID, or a version by its tagged copy's ID.</summary>
    internal (SandboxDocument Document, DocumentVersion Version, DocumentTag? Tag)? FindDocument(DocumentKind kind, string id)
    {
        if (_documentsById.TryGetValue(id, out SandboxDocument? document))
        {
            return document.Kind == kind ? (document, document.Latest, null) : null;
        }

        SandboxDocument? tagged = Options.ReadsTaggedDocuments
            ? _documents.FirstOrDefault(d => d.Kind == kind && d.Tags.Any(t => t.TaggedDocumentId == id))
            : null;
        return tagged?.Tags.First(t => t.TaggedDocumentId == id) is DocumentTag tag
            ? (tagged, tagged.Versions[tag.SourceVersion - 1], tag)
            : null;
    }

    /// <summary>A model as its consumers see it; null if the model or the tag does not exist.</summary>
    internal ModelView? ViewOf(ModelAt at)
    {
        if (_viewStamp != ContentStamp)
        {
            _views.Clear();
            _viewStamp = ContentStamp;
        }

        if (FindModel(at.ModelId) is not { IsArchived: false } model)
        {
            return null;
        }

        ModelTag? tag = at.TagName is null ? null : model.Tags.FirstOrDefault(t => t.Name == at.TagName);
        if (at.TagName is not null && tag is null)
        {
            return null;
        }

        ModelVersion version = tag is null ? model.Latest : model.Versions[tag.SourceVersion - 1];
        if (!_views.TryGetValue((model.Id, version.Number), out ModelView? view))
        {
            _views[(model.Id, version.Number)] = view = new ModelView(new SpecScope(this, version.Pages, 0, version.Bindings));
        }

        return view;
    }

    private IReadOnlyDictionary<ColumnKey, BoundColumn> Bind(JsonArray pages) => DocumentBinder.Bind(this, pages);

    private SandboxDocument NewDocument(DocumentKind kind, string id, string name, string? folderPath)
    {
        SandboxDocument document = new(id, kind)
        {
            Name = name,
            FolderId = folderPath is null ? ApiUser.HomeFolderId : AddFolder(folderPath),
            OwnerId = ApiUser.Id,
            CreatedBy = ApiUser.Id,
            UpdatedBy = ApiUser.Id,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
        _documents.Add(document);
        _documentsById.Add(id, document);
        return document;
    }
}
