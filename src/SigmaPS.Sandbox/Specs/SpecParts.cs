using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Reads parts of a spec; unexpected values are skipped.</summary>
internal static class SpecParts
{
    /// <summary>The objects of a list field; empty if the field is absent or not a list.</summary>
    public static IEnumerable<JsonObject> Items(this JsonNode? owner, string key) =>
        owner is JsonObject item && item[key] is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>The texts of a list field.</summary>
    public static IEnumerable<string> Texts(this JsonNode? owner, string key) =>
        owner is JsonObject item && item[key] is JsonArray list ? list.Select(SpecText.Text).OfType<string>() : [];

    /// <summary>A text field; null if it is absent or not text.</summary>
    public static string? Text(this JsonNode? owner, string key) => owner is JsonObject item ? SpecText.Text(item[key]) : null;

    public static IEnumerable<JsonObject> Elements(JsonArray pages) => pages.OfType<JsonObject>().SelectMany(p => p.Items("elements"));

    public static IEnumerable<JsonObject> Tables(JsonArray pages) => Elements(pages).Where(e => e.Text("kind") == "table");

    public static IEnumerable<JsonObject> Controls(JsonArray pages) => Elements(pages).Where(e => e.Text("kind") == "control");

    /// <summary>A metric's name, else the name of the metric it passes through, else its formula.</summary>
    public static string MetricName(JsonObject metric) => WrittenName(metric);

    /// <summary>The name of a workbook's column, else the last part of its only reference, else its formula. For data models, see
    /// ShownNames.</summary>
    public static string WrittenName(JsonObject column)
    {
        string formula = column.Text("formula") ?? "";
        return column.Text("name") ?? FormulaReference.Only(formula)?.Parts[^1] ?? formula;
    }

    /// <summary>A source and all sources inside it: join legs, the parts of a union, the source of a transpose.</summary>
    public static IEnumerable<JsonObject> Sources(JsonObject? source)
    {
        if (source is null)
        {
            return [];
        }

        IEnumerable<JsonObject?> inner = source
            .Items("joins")
            .SelectMany(leg => new[] { leg["left"] as JsonObject, leg["right"] as JsonObject })
            .Append(source["primarySource"] as JsonObject)
            .Concat(source.Items("sources"))
            .Append(source["source"] as JsonObject);
        return [source, .. inner.OfType<JsonObject>()];
    }
}
