using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Pages, elements, columns, controls and queries of a workbook or report (sigma-workbooks.md section 1.2).</summary>
internal static class DocumentContentEndpoints
{
    public static Answer Pages(ApiRequest request, DocumentKind kind) =>
        DocumentEndpoints.Page(request, kind, [.. Read(request, kind, "pages").OfType<JsonObject>().Select(p => (JsonNode)new JsonObject
        {
            ["pageId"] = p.Text("id"),
            ["name"] = p.Text("name"),
            ["hidden"] = p["hidden"]?.DeepClone() ?? false,
        })]);

    public static Answer PageElements(ApiRequest request, DocumentKind kind)
    {
        JsonArray pages = Read(request, kind, "elements");
        JsonObject page = pages.OfType<JsonObject>().FirstOrDefault(p => p.Text("id") == request.Route("pageId"))
            ?? throw ApiProblem.NotFound("Page");
        return DocumentEndpoints.Page(request, kind, [.. Entries(request, pages, page.Items("elements"))]);
    }

    public static Answer Elements(ApiRequest request, DocumentKind kind)
    {
        JsonArray pages = Read(request, kind, "elements");
        return DocumentEndpoints.Page(request, kind, [.. Entries(request, pages, SpecParts.Elements(pages))]);
    }

    /// <summary>All elements in one list. The endpoint has no parameter for a tag, a bookmark or a version.</summary>
    public static Answer Columns(ApiRequest request, DocumentKind kind)
    {
        (_, DocumentVersion version) = DocumentEndpoints.Readable(request, kind, "columns");
        return DocumentEndpoints.Page(
            request,
            kind,
            [.. new DocumentColumns(request.Organization, version).All().Select(c => Entry(c, "name", c.Key.ElementId))]);
    }

    /// <summary>The columns of one element, with label in place of name.</summary>
    public static Answer ElementColumns(ApiRequest request, DocumentKind kind)
    {
        (_, DocumentVersion version) = DocumentEndpoints.Readable(request, kind, "columns");
        return DocumentEndpoints.Page(request, kind, [.. new DocumentColumns(request.Organization, version).All()
            .Where(c => c.Key.ElementId == request.Route("elementId")).Select(c => Entry(c, "label", null))]);
    }

    /// <summary>Name and value type, without ID and target.</summary>
    public static Answer Controls(ApiRequest request, DocumentKind kind) =>
        DocumentEndpoints.Page(request, kind, [.. SpecParts.Controls(Read(request, kind, "controls")).Select(c => (JsonNode)new JsonObject
        {
            ["name"] = c.Text("controlId"),
            ["valueType"] = c.Text("valueType") ?? "text-list",
        })]);

    /// <summary>The message about a broken column is a text inside the SQL, with status 200 (section 4).</summary>
    public static Answer Queries(ApiRequest request, DocumentKind kind)
    {
        (_, DocumentVersion version) = DocumentEndpoints.Readable(request, kind, "queries");
        DocumentColumns columns = new(request.Organization, version);
        DocumentScope scope = new(request.Organization, columns.Pages);
        ILookup<string, DocumentColumn> byElement = columns.All().ToLookup(c => c.Key.ElementId);
        return DocumentEndpoints.Page(
            request,
            kind,
            [.. scope.Elements.Where(e => e["source"] is not null).Select(e => Query(scope, e, byElement[e.Text("id") ?? ""]))]);
    }

    /// <summary>A condition of a schedule names a column of the workbook by ID.</summary>
    public static Answer Schedules(ApiRequest request)
    {
        (SandboxDocument document, DocumentVersion version) = DocumentEndpoints.Readable(request, DocumentKind.Workbook, "schedules");
        return new Answer(
            new JsonArray([
                .. version
                    .Read()
                    .Pages.OfType<JsonObject>()
                    .SelectMany(p => p.Items("schedules"))
                    .Select(s =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["scheduledNotificationId"] = s.Text("id"),
                                ["workbookId"] = document.Id,
                                ["schedule"] = new JsonObject { ["cronSpec"] = "0 6 * * *", ["timezone"] = "Europe/Berlin" },
                                ["configV2"] = new JsonObject
                                {
                                    ["conditionOptions"] = new JsonObject
                                    {
                                        ["sheetId"] = s.Text("sheetId"),
                                        ["columnId"] = s.Text("columnId"),
                                    },
                                },
                            }),
            ]));
    }

    private static JsonArray Read(ApiRequest request, DocumentKind kind, string endpoint) =>
        DocumentEndpoints.Readable(request, kind, endpoint).Version.Read().Pages;

    // name is absent if it was not set, columns if the kind has none. A defect is an error inside an item of a 200 response.
    private static IEnumerable<JsonNode> Entries(ApiRequest request, JsonArray pages, IEnumerable<JsonObject> elements)
    {
        DocumentScope scope = new(request.Organization, pages);
        foreach (JsonObject element in elements)
        {
            JsonObject entry = new() { ["elementId"] = element.Text("id"), ["type"] = element.Text("kind") };
            if (element["source"] is not null || element.Text("name") is not null)
            {
                entry["name"] = scope.NameOf(element);
            }

            if (element.Text("error") is string error)
            {
                entry["error"] = error;
            }
            else if (element["columns"] is JsonArray)
            {
                entry["columns"] = new JsonArray([.. element.Items("columns").Select(c => JsonValue.Create(SpecParts.WrittenName(c)))]);
            }

            if (element.Text("chart") is string chart)
            {
                entry["vizualizationType"] = chart;
            }

            yield return entry;
        }
    }

    private static JsonObject Entry(DocumentColumn column, string nameKey, string? elementId)
    {
        JsonObject entry = new()
        {
            ["columnId"] = column.Key.ColumnId,
            [nameKey] = column.Name,
            ["formula"] = column.Formula,
            ["type"] = new JsonObject { ["type"] = column.Type },
        };
        if (elementId is not null)
        {
            entry["elementId"] = elementId;
        }

        return entry;
    }

    private static JsonObject Query(DocumentScope scope, JsonObject element, IEnumerable<DocumentColumn> columns)
    {
        JsonObject entry = new() { ["elementId"] = element.Text("id"), ["name"] = scope.NameOf(element) };
        if (element.Text("error") is string error)
        {
            entry["error"] = error;
            return entry;
        }

        entry["sql"] =
            "select " + string.Join(", ", columns.Select(c => c.Type == "error" ? $"'Unknown column \"[{c.Name}]\"'" : $"\"{c.Name}\""));
        return entry;
    }
}
