using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Lists and properties of workbooks and reports (sigma-workbooks.md section 1.1).</summary>
internal static class DocumentEndpoints
{
    private const int LargestPage = 1000;

    /// <summary>The sheets do not state whether isArchived returns only archived documents or all; "only" is the sandbox's
    /// choice.</summary>
    public static Answer List(ApiRequest request, DocumentKind kind)
    {
        bool everything = request.QueryFlag("skipPermissionCheck");
        if (everything && !request.Options.CallerIsAdmin)
        {
            throw new ApiProblem(403, "forbidden", "Only admins may skip the permission check");
        }

        bool archived = request.QueryFlag("isArchived");
        bool withoutExplorations = kind == DocumentKind.Workbook && request.QueryFlag("excludeExplorations");
        IEnumerable<SandboxDocument> listed = request.Organization.Documents.Where(d => d.Kind == kind && d.IsArchived == archived)
            .Where(d => (everything || (d.IsShared && !d.IsExploration)) && !(withoutExplorations && d.IsExploration));
        return Paging.FamilyA(request, [.. listed.Select(d => Entry(request, d))], hasMore: kind == DocumentKind.Workbook);
    }

    /// <summary>With includeContents, the representation. Only it contains control parameters and text (section 1.3).</summary>
    public static Answer Get(ApiRequest request, DocumentKind kind)
    {
        (SandboxDocument document, DocumentVersion version) = Readable(request, kind, "");
        JsonObject entry = Entry(request, document).AsObject();
        if (request.QueryFlag("includeContents"))
        {
            JsonArray pages = version.Read().Pages;
            entry["contents"] = new JsonObject
            {
                ["schemaVersion"] = 1,
                ["kind"] = Name(kind),
                ["elements"] = new JsonArray([.. SpecParts.Elements(pages).Select(e => e.DeepClone())]),
                ["pages"] = new JsonArray([
                    .. pages
                        .OfType<JsonObject>()
                        .Select(p => (JsonNode)new JsonObject { ["id"] = p.Text("id"), ["name"] = p.Text("name") }),
                ]),
            };
        }

        return new Answer(entry);
    }

    /// <summary>Responds with 200 and changes nothing (section 1.3).</summary>
    public static Answer Patch(ApiRequest request, DocumentKind kind) => new(Entry(request, Readable(request, kind, "").Document));

    public static Answer Tags(ApiRequest request, DocumentKind kind) =>
        Page(request, kind, [.. Readable(request, kind, "").Document.Tags.Select(t => TagEntry(kind, t))]);

    public static Answer History(ApiRequest request, DocumentKind kind) =>
        Page(
            request,
            kind,
            [
                .. Readable(request, kind, "")
                    .Document.Versions.Select(v =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["version"] = v.Number,
                                ["publishedAt"] = SpecText.Time(v.PublishedAt),
                                ["publishedBy"] = v.PublishedBy,
                            }),
            ]);

    /// <summary>A copy keeps the element IDs of its original (section 2.4).</summary>
    public static Answer Copy(ApiRequest request)
    {
        (SandboxDocument original, DocumentVersion version) = Readable(request, DocumentKind.Workbook, "");
        JsonObject content = new() { ["pages"] = version.Read().Pages.DeepClone() };
        return new Answer(
            Entry(request, request.Organization.AddDocument(original.Kind, content, request.Body().Text("name") ?? original.Name)));
    }

    /// <summary>Publishes a new version with the old contents (section 1.3).</summary>
    public static Answer RestoreVersion(ApiRequest request)
    {
        SandboxDocument document = Readable(request, DocumentKind.Workbook, "").Document;
        int number = request.Body()["version"]?.GetValue<int>() ?? 0;
        DocumentVersion old = document.Versions.FirstOrDefault(v => v.Number == number) ?? throw ApiProblem.NotFound($"Version {number}");
        request.Organization.Publish(document, old.Read().Pages.DeepClone().AsArray());
        return new Answer(Entry(request, document));
    }

    /// <summary>The document in the path, unless its contents are refused.</summary>
    public static (SandboxDocument Document, DocumentVersion Version) Readable(ApiRequest request, DocumentKind kind, string endpoint)
    {
        var found = request.Organization.FindDocument(kind, request.Route("documentId")) ?? throw ApiProblem.NotFound(kind.ToString());
        return found.Document.RefusalOf(endpoint) is DocumentRefusal refusal
            ? throw new ApiProblem(refusal.Status, refusal.Code, refusal.Message)
            : (found.Document, found.Version);
    }

    /// <summary>A workbook's lists are family A, a report's family B.</summary>
    public static Answer Page(ApiRequest request, DocumentKind kind, IReadOnlyList<JsonNode> entries) =>
        kind == DocumentKind.Workbook ? Paging.FamilyA(request, entries) : Paging.FamilyB(request, entries, LargestPage);

    private static string Name(DocumentKind kind) => kind == DocumentKind.Workbook ? "workbook" : "report";

    private static JsonNode Entry(ApiRequest request, SandboxDocument document)
    {
        string name = Name(document.Kind);
        JsonObject entry = new()
        {
            [name + "Id"] = document.Id,
            [name + "UrlId"] = document.UrlId,
            ["name"] = document.Name,
            ["url"] = $"https://app.sigmacomputing.com/{request.Organization.Slug}/{name}/{document.UrlId}",
            ["path"] = request.Organization.PathOf(document.FolderId),
            ["latestVersion"] = document.LatestVersion,
            ["ownerId"] = document.OwnerId,
            ["createdBy"] = document.CreatedBy,
            ["updatedBy"] = document.UpdatedBy,
            ["createdAt"] = SpecText.Time(document.CreatedAt),
            ["updatedAt"] = SpecText.Time(document.UpdatedAt),
        };
        if (document.IsArchived)
        {
            entry["isArchived"] = true;
        }

        if (!request.QueryFlag("excludeTags"))
        {
            entry["tags"] = new JsonArray([.. document.Tags.Select(t => TagEntry(document.Kind, t))]);
        }

        return entry;
    }

    // A report's tags have the field names of a model's tags, not those of a workbook's.
    private static JsonNode TagEntry(DocumentKind kind, DocumentTag tag) => kind == DocumentKind.Workbook
        ? new JsonObject
        {
            ["versionTagId"] = tag.VersionTagId,
            ["name"] = tag.Name,
            ["sourceWorkbookVersion"] = tag.SourceVersion,
            ["taggedWorkbookId"] = tag.TaggedDocumentId,
            ["workbookTaggedAt"] = SpecText.Time(tag.TaggedAt),
        }
        : new JsonObject
        {
            ["versionTagId"] = tag.VersionTagId,
            ["tagName"] = tag.Name,
            ["sourceVersion"] = tag.SourceVersion,
            ["taggedAt"] = SpecText.Time(tag.TaggedAt),
            ["taggedReportId"] = tag.TaggedDocumentId,
        };
}
