using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Enforces the shape of a body with the service's own messages (sigma-api.md section 3.2).</summary>
internal sealed class SpecCheck(NewerKinds newer)
{
    public void Check(JsonObject body)
    {
        if (body.ContainsKey("document") || body.ContainsKey("layout"))
        {
            throw ApiProblem.Invalid("Syntax error in data model spec");
        }

        if (
            body["schemaVersion"] is not JsonValue version
            || version.GetValueKind() != JsonValueKind.Number
            || version.GetValue<double>() != 1)
        {
            throw ApiProblem.Summary("schemaVersion: Invalid 1: " + Found(body, "schemaVersion"));
        }

        CheckList(body, "pages", "pages", isRoot: true);
        int page = 0;
        foreach (JsonNode? item in body["pages"]!.AsArray())
        {
            Page(item, $"pages[{page++}]");
        }
    }

    /// <summary>A text field, or the validator's message.</summary>
    public static void CheckText(JsonObject owner, string key, string path)
    {
        if (owner.Text(key) is null)
        {
            throw ApiProblem.Invalid($"{path}: Invalid string: {Found(owner, key)}");
        }
    }

    private void Page(JsonNode? node, string path)
    {
        JsonObject page = node as JsonObject ?? throw ApiProblem.Invalid($"{path}: Invalid object: {SpecText.Write(node)}");
        CheckText(page, "id", path + ".id");
        CheckText(page, "name", path + ".name");
        CheckList(page, "elements", path + ".elements", isRoot: false);
        int element = 0;
        foreach (JsonNode? item in page["elements"]!.AsArray())
        {
            Element(item, $"{path}.elements[{element++}]");
        }
    }

    private void Element(JsonNode? node, string path)
    {
        string? kind = node.Text("kind");
        bool good = node is JsonObject element && kind switch
        {
            "table" => Table(element, path),
            "control" => ControlShapes.ByType.TryGetValue(element.Text("controlType") ?? "", out Shape? shape) && shape.Fits(element),
            _ => newer.HasElement(kind) && element.Text("id") is not null,
        };
        if (!good)
        {
            // The service names the parent when something inside has the wrong shape.
            throw ApiProblem.Invalid($"Invalid kind: {path}, got \"{kind ?? "undefined"}\"");
        }
    }

    private bool Table(JsonObject table, string path)
    {
        if (table["source"].Text("kind") == "sql" && table["source"].Text("statement") is null)
        {
            throw ApiProblem.Invalid($"{path}.source.statement: Invalid string: {Found(table["source"]!.AsObject(), "statement")}");
        }

        int column = 0;
        foreach (JsonObject item in table.Items("columns"))
        {
            CheckText(item, "formula", $"{path}.columns[{column++}].formula");
        }

        int at = 0;
        foreach (JsonNode? filter in table["filters"] as JsonArray ?? [])
        {
            if (!FilterShapes.Filter.Fits(filter))
            {
                string got = filter is JsonObject ? "object" : SpecText.Write(filter);
                throw ApiProblem.Invalid($"Invalid value: {path}.filters[{at}], got {got}");
            }

            at++;
        }

        string? kind = table["source"].Text("kind");
        return TableShape.Table.Fits(table)
            && (SourceShapes.ByKind.TryGetValue(kind ?? "", out Shape? shape) ? shape.Fits(table["source"]) : newer.HasSource(kind));
    }

    private static void CheckList(JsonObject owner, string key, string path, bool isRoot)
    {
        if (owner[key] is not JsonArray)
        {
            string message = $"{path}: Invalid array: {Found(owner, key)}";
            throw isRoot ? ApiProblem.Summary(message) : ApiProblem.Invalid(message);
        }
    }

    private static string Found(JsonObject owner, string key) =>
        owner.TryGetPropertyValue(key, out JsonNode? value) ? value is JsonObject ? "object" : SpecText.Write(value) : "undefined";
}
