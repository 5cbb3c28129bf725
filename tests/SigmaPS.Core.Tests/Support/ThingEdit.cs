using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// An edit of <see cref="SampleModel"/> and the thing that it touches: an item by its id, or one property of it. It does nothing where
/// the item is gone.
/// </summary>
/// <remarks>Where all ids are renewed, an edit that changes what an element or page is found by leaves nothing to find it by.</remarks>
public sealed record ThingEdit(string Thing, Action<JsonObject> Apply, bool ChangesIdentity = false)
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

    /// <summary>Edits of every kind; several of them touch the same thing in different ways.</summary>
    public static IReadOnlyList<ThingEdit> All { get; } =
    [
        Set("orders", "description", "All orders"),
        Set("orders", "description", "Every order"),
        Set("orders", "visibleAsSource", true),
        Set("orders", "name", "Sales", identity: true),
        Set("customers", "name", "Buyers", identity: true),
        Set("customers", "name", "Clients", identity: true),
        Set("c-amount", "formula", "[ORDERS/Total]"),
        Set("c-amount", "formula", "[ORDERS/Gross]"),
        Set("c-amount", "name", "Turnover"),
        Set("c-amount", "name", "Revenue"),
        Set("c-amount", "description", "In euro"),
        Set("c-amount", "hidden", true),
        Set("c-net", "formula", "[Amount] - [Cost] * 2"),
        Set("c-net", "name", "Margin"),
        Set("c-cost", "name", "Costs"),
        Set("c-cost", "name", "Expense"),
        Set("m-net", "formula", "Max([Net])"),
        Set("m-net", "formula", "Min([Net])"),
        Set("m-net", "name", "Total Net"),
        Set("f1", "min", 5),
        Set("f1", "min", 7),
        Set("f1", "max", 9),
        Set("r1", "name", "Buyer"),
        Set("r1", "name", "Client"),
        Set("fold", "name", "Sums"),
        Set("ctl", "min", 3),
        Set("ctl", "min", 4),
        Set("k-name", "name", "Name"),
        Set("k-id", "description", "The key"),
        Remove("c-net"),
        Remove("m-net"),
        Remove("f1"),
        Remove("s1"),
        Remove("r1"),
        Remove("ctl"),
        Remove("k-name"),
        Remove("g1"),
        Remove("customers", identity: true),
        Set("r1", "keys", new JsonArray(new JsonObject { ["sourceColumnId"] = "c-id", ["targetColumnId"] = "k-id" })),
        Set("m-net", "description", "Of all"),
        Set("ctl", "max", 8),
        AddControl("p1", "n6", "Start"),
        AddControl("p2", "n6", "Begin"),
        AddControl("p2", "n7", "End"),
        AddRelationship("customers", "n8", "orders"),
        Add("orders", "columns", "n1", """{"id":"n1","formula":"1","name":"One"}""", "order"),
        Add("orders", "columns", "n1", """{"id":"n1","formula":"2","name":"Uno"}""", "order"),
        Add("customers", "columns", "n2", """{"id":"n2","formula":"2","name":"Two"}""", "order"),
        Add("orders", "metrics", "n3", """{"id":"n3","formula":"Sum([Amount])","name":"Sum"}"""),
        Add("customers", "metrics", "n4", """{"id":"n4","formula":"Count()","name":"Rows"}"""),
        Add("orders", "filters", "n5", """{"id":"n5","columnId":"c-cust","kind":"list"}"""),
        Move("orders", "p2"),
        Move("ctl", "p2"),
        AddElement("p1", "e1"),
        AddElement("p2", "e2"),
        NamePage("p1", "Numbers"),
        NamePage("p1", "Figures"),
        NamePage("p2", "Lookups"),
        AddPage("p3"),
        AddPage("p4"),
        Reorder("orders"),
        File("c-date"),
        File("c-cost"),
    ];

    /// <summary>Whether two edits touch the same thing, or one touches a part of the other's thing.</summary>
    public bool Meets(ThingEdit other) => Within(Thing, other.Thing) || Within(other.Thing, Thing);

    /// <summary>A model after some edits.</summary>
    public static JsonObject After(JsonObject model, IEnumerable<ThingEdit> edits)
    {
        JsonObject edited = model.DeepClone().AsObject();
        foreach (ThingEdit edit in edits)
        {
            edit.Apply(edited);
        }

        return edited;
    }

    public static JsonObject Sample() => JsonNode.Parse(SampleModel.Text)!.AsObject();

    internal static SpecDocument Document(JsonObject model) => SpecDocument.Parse(model.ToJsonString(), "an edited sample");

    /// <summary>The model as the service shows it after a save that gives pages, and perhaps elements, new ids.</summary>
    public static JsonObject Renewed(JsonObject model, string mark, bool elements)
    {
        string text = model.ToJsonString();
        foreach (JsonObject page in Pages(model))
        {
            text = text.Replace($"\"{page["id"]}\"", $"\"{page["id"]}{mark}\"", StringComparison.Ordinal);
            foreach (JsonObject element in elements ? page["elements"]!.AsArray().OfType<JsonObject>() : [])
            {
                text = text.Replace($"\"{element["id"]}\"", $"\"{element["id"]}{mark}\"", StringComparison.Ordinal);
            }
        }

        return JsonNode.Parse(text)!.AsObject();
    }

    public override string ToString() => Thing;

    private static bool Within(string part, string whole) => part == whole || part.StartsWith(whole + "/", StringComparison.Ordinal);

    private static ThingEdit Set(string id, string property, JsonNode value, bool identity = false) =>
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
    private static ThingEdit Remove(string id, bool identity = false) =>
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

    private static ThingEdit Add(string element, string list, string id, string json, string? order = null) =>
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

    private static ThingEdit Move(string id, string page) =>
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

    private static ThingEdit AddElement(string page, string id)
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

    private static ThingEdit AddControl(string page, string id, string controlId) => new(id, model =>
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
    private static ThingEdit AddRelationship(string element, string id, string target) => new($"{element}/{id}", model =>
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

    private static ThingEdit NamePage(string page, string name) => new($"{page}/name", model => Page(model, page)["name"] = name);

    private static ThingEdit AddPage(string id) =>
        new(
            id,
            model =>
                model["pages"]!.AsArray().Add(new JsonObject { ["id"] = id, ["name"] = $"Page {id}", ["elements"] = new JsonArray() }));

    private static ThingEdit Reorder(string element) => new($"{element}/order", model =>
        {
            if (Element(model, element)?["order"] is JsonArray { Count: > 1 } order)
            {
                JsonNode last = order[0]!;
                order.RemoveAt(0);
                order.Insert(1, last);
            }
        });

    // Into the folder: another column in the same list is another thing.
    private static ThingEdit File(string id) =>
        new($"orders/fold/items/{id}", model => (Find(model, "fold")?["items"] as JsonArray)?.Add(id));

    private static string Owner(string id) =>
        id is "orders" or "customers" or "ctl" ? id
        : id.StartsWith("k-", StringComparison.Ordinal) ? $"customers/{id}"
        : $"orders/{id}";

    private static IEnumerable<JsonArray> ListsOfIds(JsonObject element) =>
        new[] { element["order"], element["summary"] }
            .Concat((element["folders"] as JsonArray ?? []).Select(folder => folder!["items"]))
            .OfType<JsonArray>();

    private static JsonObject? Find(JsonObject model, string id) =>
        Element(model, id)
        ?? Elements(model)
            .SelectMany(element => Lists.SelectMany(list => element[list] as JsonArray ?? []))
            .OfType<JsonObject>()
            .FirstOrDefault(item => item["id"]?.GetValue<string>() == id);

    private static JsonObject? Element(JsonObject model, string id) => Elements(model).FirstOrDefault(element => Base(element) == id);

    private static JsonObject Page(JsonObject model, string id) => Pages(model).First(page => Base(page) == id);

    private static IEnumerable<JsonObject> Elements(JsonObject model) =>
        Pages(model).SelectMany(page => page["elements"]!.AsArray().OfType<JsonObject>());

    private static IEnumerable<JsonObject> Pages(JsonObject model) => model["pages"]!.AsArray().OfType<JsonObject>();

    // A renewed id is the old one with a mark behind it.
    private static string Base(JsonObject item) => item["id"]!.GetValue<string>().Split('~')[0];
}
