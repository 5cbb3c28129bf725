using System;
using System.Linq;
using System.Text.Json.Nodes;
using static SigmaPS.Core.Tests.Support.SampleItems;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The kinds of a <see cref="ThingEdit"/>.</summary>
internal static class ThingEditKinds
{
    public static ThingEdit Set(string id, string property, JsonNode value, bool identity = false) =>
        new(
            $"{Owner(id)}/{property}",
            model =>
            {
                if (Find(model, id) is { } item)
                {
                    item[property] = value.DeepClone();
                }
            },
            identity);

    // Without the only element of a page, nothing but its name finds the page; and the ID in a reference to the element is of no document.
    public static ThingEdit Remove(string id, bool identity = false) =>
        new(
            Owner(id),
            model =>
            {
                Find(model, id)?.Parent?.AsArray().Remove(Find(model, id));
                foreach (JsonArray list in Elements(model).SelectMany(ListsOfIds).ToList())
                {
                    list.Remove(list.FirstOrDefault(entry => entry!.GetValue<string>() == id));
                }
            },
            identity);

    public static ThingEdit Add(string element, string list, string id, string json, string? order = null) =>
        new($"{element}/{id}", model =>
        {
            if (Element(model, element) is { } owner)
            {
                (owner[list] ??= new JsonArray()).AsArray().Add(JsonNode.Parse(json));
                if (order is not null)
                {
                    owner[order]!.AsArray().Add(id);
                }
            }
        });

    public static ThingEdit Move(string id, string page) =>
        new(
            $"{id}/page",
            model =>
            {
                if (Element(model, id) is { } element)
                {
                    element.Parent!.AsArray().Remove(element);
                    Page(model, page)["elements"]!.AsArray().Add(element);
                }
            },
            ChangesIdentity: true);

    public static ThingEdit AddElement(string page, string id)
    {
        string json = $$"""
            {
              "id": "{{id}}",
              "kind": "table",
              "source": {"connectionId": "conn", "kind": "warehouse-table", "path": ["DB", "SHOP", "T_{{id}}"]},
              "columns": [{"id": "x", "formula": "[T_{{id}}/X]"}],
              "name": "Element {{id}}",
              "order": ["x"]
            }
            """;
        return new(id, model => Page(model, page)["elements"]!.AsArray().Add(JsonNode.Parse(json)));
    }

    public static ThingEdit AddControl(string page, string id, string controlId) => new(id, model =>
        {
            if (Element(model, id) is null)
            {
                Page(model, page)["elements"]!
                    .AsArray()
                    .Add(
                        JsonNode.Parse(
                            $$"""
                            {"id":"{{id}}","kind":"control","controlType":"number","controlId":"{{controlId}}","name":"Control {{id}}","value":1}
                            """));
            }
        });

    // The target has the ID that it has now.
    public static ThingEdit AddRelationship(string element, string id, string target) => new($"{element}/{id}", model =>
        {
            if (Element(model, element) is { } owner && Element(model, target) is { } other)
            {
                (owner["relationships"] ??= new JsonArray())
                    .AsArray()
                    .Add(
                        JsonNode.Parse(
                            $$"""
                            {
                              "id": "{{id}}",
                              "targetElementId": "{{other["id"]}}",
                              "keys": [{"sourceColumnId": "k-id", "targetColumnId": "c-cust"}],
                              "name": "Back"
                            }
                            """));
            }
        });

    public static ThingEdit NamePage(string page, string name) => new($"{page}/name", model => Page(model, page)["name"] = name);

    public static ThingEdit AddPage(string id) =>
        new(
            id,
            model =>
                model["pages"]!.AsArray().Add(new JsonObject { ["id"] = id, ["name"] = $"Page {id}", ["elements"] = new JsonArray() }));

    public static ThingEdit Reorder(string element) => new($"{element}/order", model =>
        {
            if (Element(model, element)?["order"] is JsonArray { Count: > 1 } order)
            {
                JsonNode last = order[0]!;
                order.RemoveAt(0);
                order.Insert(1, last);
            }
        });

    // Into the folder: another column in the same list is another thing.
    public static ThingEdit File(string id) =>
        new($"orders/fold/items/{id}", model => (Find(model, "fold")?["items"] as JsonArray)?.Add(id));

    private static string Owner(string id) =>
        id is "orders" or "customers" or "ctl" ? id
        : id.StartsWith("k-", StringComparison.Ordinal) ? $"customers/{id}"
        : $"orders/{id}";
}
