using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Sources and lineage of a workbook or report (sigma-workbooks.md sections 1.2 and 2.4).</summary>
internal static class DocumentLineageEndpoints
{
    /// <summary>A bare array: models with their element IDs and the tag, tables, SQL.</summary>
    public static Answer Sources(ApiRequest request, DocumentKind kind)
    {
        (SandboxDocument document, DocumentVersion version) = DocumentEndpoints.Readable(request, kind, "sources");
        if (document.SourcesOverride is string text)
        {
            return new Answer(SpecText.Parse(text)!);
        }

        JsonObject[] elements = [.. SpecParts.Elements(version.Read().Pages)];
        JsonObject[] sources = [.. elements.SelectMany(DocumentScope.SourcesOf)];
        IEnumerable<JsonNode> models = sources
            .Where(s => s.Text("kind") == "data-model")
            .GroupBy(s => (Model: s.Text("dataModelId"), Tag: s.Text("versionTag")))
            .Select(g => (JsonNode)ModelEntry(request, g.Key.Model!, g.Key.Tag, g.Select(s => s.Text("elementId")!).Distinct()));
        IEnumerable<JsonNode> tables = sources.Where(s => s.Text("kind") == "table").Select(s => s.Text("inodeId")).Distinct()
            .Select(id => (JsonNode)new JsonObject { ["type"] = "table", ["inodeId"] = id });
        IEnumerable<JsonNode> sql = elements.SelectMany(e =>
            DocumentScope
                .SourcesOf(e)
                .Where(s => s.Text("kind") == "sql")
                .Select(s =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["type"] = "custom-sql",
                            ["connectionId"] = s.Text("connectionId"),
                            ["definition"] = s.Text("statement"),
                            ["customSqlId"] = e.Text("id"),
                        }));
        return new Answer(new JsonArray([.. models, .. tables, .. sql]));
    }

    public static Answer Lineage(ApiRequest request, DocumentKind kind)
    {
        JsonArray pages = DocumentEndpoints.Readable(request, kind, "lineage").Version.Read().Pages;
        DocumentScope scope = new(request.Organization, pages);
        JsonObject[] sources = [.. scope.Elements.SelectMany(DocumentScope.SourcesOf)];
        IEnumerable<JsonNode> models = sources
            .Where(s => s.Text("kind") == "data-model")
            .Select(s => s.Text("dataModelId")!)
            .Distinct()
            .Select(id =>
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "data-model",
                        ["connectionId"] = null,
                        ["name"] = request.Organization.FindModel(id)?.Name,
                        ["dataModelId"] = id,
                    });
        IEnumerable<JsonNode> tables = sources
            .Select(s => request.Organization.FindTable(s.Text("inodeId") ?? ""))
            .OfType<SandboxTable>()
            .Distinct()
            .Select(t =>
                (JsonNode)
                    new JsonObject
                    {
                        ["type"] = "table",
                        ["connectionId"] = t.ConnectionId,
                        ["name"] = t.Name,
                        ["inodeId"] = t.InodeId,
                    });
        IEnumerable<JsonNode> sql = sources.Where(s => s.Text("kind") == "sql").Select(s => (JsonNode)new JsonObject
        {
            ["type"] = "customSQL",
            ["connectionId"] = s.Text("connectionId"),
            ["name"] = "Custom SQL",
            ["definition"] = s.Text("statement"),
        });
        IEnumerable<JsonNode> elements = scope
            .Elements.Where(e => e["source"] is not null)
            .SelectMany(e => ElementEntries(request, scope, e));
        return DocumentEndpoints.Page(request, kind, [.. models, .. tables, .. sql, .. elements]);
    }

    /// <summary>Only for data elements; a control or text is refused. The model may be missing in dependencies and be only in edges
    /// (section 5).</summary>
    public static Answer OfElement(ApiRequest request, DocumentKind kind)
    {
        DocumentScope scope = new(request.Organization, DocumentEndpoints.Readable(request, kind, "lineage").Version.Read().Pages);
        if (!scope.ById.TryGetValue(request.Route("elementId"), out JsonObject? element))
        {
            throw ApiProblem.NotFound("Element");
        }

        if (element["source"] is null)
        {
            throw ApiProblem.Invalid("Lineage is not available for this element");
        }

        JsonObject dependencies = new()
        {
            ["t1"] = new JsonObject
            {
                ["nodeId"] = "t1",
                ["elementId"] = element.Text("id"),
                ["name"] = scope.NameOf(element),
                ["type"] = "sheet",
            },
        };
        JsonArray edges = new([
            .. Direct(request, element)
                .Select(id =>
                    (JsonNode)
                        new JsonObject
                        {
                            ["source"] = id,
                            ["target"] = "t1",
                            ["type"] = "source",
                        }),
        ]);
        return new Answer(new JsonObject { ["dependencies"] = dependencies, ["edges"] = edges });
    }

    private static JsonObject ModelEntry(ApiRequest request, string modelId, string? tag, IEnumerable<string> elementIds)
    {
        JsonObject entry = new()
        {
            ["type"] = "data-model",
            ["dataModelId"] = modelId,
            ["elementIds"] = new JsonArray([.. elementIds.Select(id => JsonValue.Create(id))]),
        };
        if (tag is not null)
        {
            entry["versionTagId"] = request.Organization.FindModel(modelId)?.Tags.FirstOrDefault(t => t.Name == tag)?.VersionTagId
                ?? NewIds.Stable("tag:" + tag);
        }

        return entry;
    }

    // Blank IDs and duplicate rows were observed (section 7, row 11). Keys of an element request them.
    private static IEnumerable<JsonNode> ElementEntries(ApiRequest request, DocumentScope scope, JsonObject element)
    {
        List<string?> direct = [.. Direct(request, element)];
        if (element.ContainsKey("blankSource"))
        {
            direct.Insert(0, "");
        }

        int rows = element.ContainsKey("listedTwice") ? 2 : 1;
        for (int row = 0; row < rows; row++)
        {
            yield return new JsonObject
            {
                ["type"] = "element",
                ["elementId"] = element.Text("id"),
                ["sourceIds"] = direct.Count == 0 ? null : new JsonArray([.. direct.Select(id => JsonValue.Create(id))]),
                ["dataSourceIds"] = new JsonArray([.. Roots(request, scope, element, []).Distinct().Select(id => JsonValue.Create(id))]),
            };
        }
    }

    private static IEnumerable<string> Direct(ApiRequest request, JsonObject element) =>
        DocumentScope.SourcesOf(element).Select(s => IdOf(request, s, element)).Distinct();

    private static IEnumerable<string> Roots(ApiRequest request, DocumentScope scope, JsonObject element, HashSet<string> seen) =>
        !seen.Add(element.Text("id") ?? "")
            ? []
            : DocumentScope
                .SourcesOf(element)
                .SelectMany(s =>
                    s.Text("kind") == "element" && scope.ById.TryGetValue(s.Text("elementId") ?? "", out JsonObject? inner)
                        ? Roots(request, scope, inner, seen)
                        : [IdOf(request, s, element)]);

    private static string IdOf(ApiRequest request, JsonObject source, JsonObject element) =>
        source.Text("kind") switch
        {
            "data-model" =>
                $"{Base62.Encode(source.Text("dataModelId")!)}/{Suffix(request, source.Text("dataModelId")!, source.Text("elementId")!)}",
            "element" => source.Text("elementId") ?? "",
            "table" => source.Text("inodeId") ?? "",
            _ => element.Text("id") ?? "",
        };

    private static string Suffix(ApiRequest request, string modelId, string elementId) =>
        request.Options.LineageSuffixIsElementId
            ? elementId
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(modelId + "/" + elementId)))[..10];
}
