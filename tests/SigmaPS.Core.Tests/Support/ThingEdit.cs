using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using SigmaPS.Core.Spec;
using static SigmaPS.Core.Tests.Support.ThingEditKinds;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// An edit of <see cref="SampleModel"/> and the thing that it touches: an item by its ID, or one property of it. It does nothing where
/// the item is missing.
/// </summary>
/// <remarks>Where all IDs are renewed, an edit of the property that identifies an element or page leaves nothing to find it by.</remarks>
public sealed record ThingEdit(string Thing, Action<JsonObject> Apply, bool ChangesIdentity = false)
{
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

    /// <summary>The model as the service shows it after a save that gives pages, and perhaps elements, new IDs.</summary>
    public static JsonObject Renewed(JsonObject model, string mark, bool elements)
    {
        string text = model.ToJsonString();
        foreach (JsonObject page in SampleItems.Pages(model))
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
}
