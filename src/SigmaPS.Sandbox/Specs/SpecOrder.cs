using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Sorts the keys of pages by a layout; unknown keys follow in their own order (spec.md section 13).</summary>
internal static class SpecOrder
{
    private static readonly string[] Page = ["id", "name", "elements"];

    private static readonly string[] CurrentTable =
    [
        "id",
        "kind",
        "source",
        "columns",
        "name",
        "description",
        "metrics",
        "groupings",
        "relationships",
        "filters",
        "folders",
        "summary",
        "order",
        "visibleAsSource",
        "columnSecurities",
        "sort",
    ];

    private static readonly string[] OldTable =
    [
        "id",
        "name",
        "kind",
        "source",
        "columns",
        "description",
        "metrics",
        "groupings",
        "relationships",
        "filters",
        "folders",
        "summary",
        "order",
        "visibleAsSource",
        "columnSecurities",
        "sort",
    ];

    // The order of a control's further keys is not fixed; they stay as sent.
    private static readonly string[] Control =
    [
        "kind",
        "controlId",
        "id",
        "name",
        "filters",
        "parameters",
        "controlType",
        "mode",
        "selectionMode",
    ];

    private static readonly Dictionary<string, string[]> CurrentParts = new()
    {
        ["columns"] = ["id", "formula", "name", "hidden", "description", "format"],
        ["metrics"] = ["id", "formula", "name", "description", "isHighlighted", "format", "timeline"],
        ["relationships"] = ["id", "targetElementId", "keys", "name", "description"],
        ["filters"] = ["id", "columnId", "kind", "mode", "values"],
        ["folders"] = ["id", "name", "items"],
        ["groupings"] = ["id", "groupBy", "calculations"],
        ["columnSecurities"] = ["id", "criteria", "restrictedColumns"],
    };

    private static readonly Dictionary<string, string[]> OldParts = new(CurrentParts)
    {
        ["columns"] = ["id", "name", "formula", "hidden", "description", "format"],
    };

    public static JsonArray Apply(JsonArray pages, SpecLayout layout) => Map(pages, page =>
    {
        JsonObject ordered = Reorder(page, Page);
        Replace(ordered, "elements", elements => Map(elements, e => Element(e, layout)));
        return ordered;
    });

    private static JsonObject Element(JsonObject element, SpecLayout layout)
    {
        if (SpecText.Text(element["kind"]) == "control")
        {
            // The only old export with controls has another order, so the old layout does not sort them.
            return layout == SpecLayout.Seed2025 ? element.DeepClone().AsObject() : Reorder(element, Control);
        }

        JsonObject ordered = Reorder(element, layout == SpecLayout.Seed2025 ? OldTable : CurrentTable);
        foreach ((string key, string[] order) in layout == SpecLayout.Seed2025 ? OldParts : CurrentParts)
        {
            Replace(ordered, key, items => Map(items, item => Reorder(item, order)));
        }

        return ordered;
    }

    private static JsonObject Reorder(JsonObject item, string[] order)
    {
        IEnumerable<KeyValuePair<string, JsonNode?>> sorted = item.OrderBy(p =>
            Array.IndexOf(order, p.Key) is int at and >= 0 ? at : order.Length);
        return new JsonObject(sorted.Select(p => new KeyValuePair<string, JsonNode?>(p.Key, p.Value?.DeepClone())));
    }

    private static void Replace(JsonObject owner, string key, Func<JsonArray, JsonArray> change)
    {
        if (owner[key] is JsonArray items)
        {
            owner[key] = change(items);
        }
    }

    private static JsonArray Map(JsonArray items, Func<JsonObject, JsonObject> change) =>
        new([.. items.Select(i => i is JsonObject item ? change(item) : i?.DeepClone())]);
}
