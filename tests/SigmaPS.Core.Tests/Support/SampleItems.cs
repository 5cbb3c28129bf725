using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The items of a <see cref="SampleModel"/>, found by the IDs that they had before all IDs were renewed.</summary>
internal static class SampleItems
{
    private static readonly string[] Lists =
    [
        "columns",
        "metrics",
        "groupings",
        "relationships",
        "filters",
        "folders",
        "columnSecurities",
        "sort",
    ];

    public static IEnumerable<JsonArray> ListsOfIds(JsonObject element) =>
        new[] { element["order"], element["summary"] }
            .Concat((element["folders"] as JsonArray ?? []).Select(folder => folder!["items"]))
            .OfType<JsonArray>();

    public static JsonObject? Find(JsonObject model, string id) =>
        Element(model, id)
        ?? Elements(model)
            .SelectMany(element => Lists.SelectMany(list => element[list] as JsonArray ?? []))
            .OfType<JsonObject>()
            .FirstOrDefault(item => item["id"]?.GetValue<string>() == id);

    public static JsonObject? Element(JsonObject model, string id) => Elements(model).FirstOrDefault(element => Base(element) == id);

    public static JsonObject Page(JsonObject model, string id) => Pages(model).First(page => Base(page) == id);

    public static IEnumerable<JsonObject> Elements(JsonObject model) =>
        Pages(model).SelectMany(page => page["elements"]!.AsArray().OfType<JsonObject>());

    public static IEnumerable<JsonObject> Pages(JsonObject model) => model["pages"]!.AsArray().OfType<JsonObject>();

    // A renewed ID is the old one with a mark behind it.
    private static string Base(JsonObject item) => item["id"]!.GetValue<string>().Split('~')[0];
}
