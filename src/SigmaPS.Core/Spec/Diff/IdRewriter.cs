using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Carries every reference by id in a copied document over to the new ids, in place. Formulas refer by name and stay.</summary>
internal sealed class IdRewriter
{
    private readonly IdMap _map;
    private readonly IdTranslation _copy;

    public IdRewriter(IdMap map, IdTranslation copy)
    {
        _map = map;
        _copy = copy;
    }

    /// <summary>What refers to columns, metrics and folders. Goes first, while elements are still named by their old ids.</summary>
    public void ApplyInner()
    {
        foreach (var element in Elements())
        {
            if (element.Text("kind") == "table")
            {
                Table(element, ElementIds.Id(_copy.Original(element)));
            }
            else
            {
                Control(element);
            }
        }
    }

    /// <summary>What refers to elements and their groupings.</summary>
    public void ApplyElements()
    {
        foreach (var element in Elements())
        {
            foreach (var relationship in ElementIds.Objects(element, "relationships"))
            {
                Element(relationship, "targetElementId");
            }

            Sources(element["source"]);
            Sources(element["filters"]);
        }
    }

    private IEnumerable<JsonObject> Elements() => IdMap.Elements(_copy.Root).Select(element => element.Value);

    private void Table(JsonObject table, string id)
    {
        Columns(table, "order", id);
        Columns(table, "summary", id);
        Each(table, "folders", id, "items");
        Each(table, "groupings", id, "groupBy", "calculations");
        Each(table, "columnSecurities", id, "restrictedColumns");
        foreach (var item in ElementIds.Objects(table, "filters").Concat(ElementIds.Objects(table, "sort")))
        {
            Column(item, "columnId", id);
        }

        foreach (var metric in ElementIds.Objects(table, "metrics"))
        {
            Column(metric.Object("timeline"), "dateColumnId", id);
        }

        foreach (var relationship in ElementIds.Objects(table, "relationships"))
        {
            foreach (var key in ElementIds.Objects(relationship, "keys"))
            {
                Column(key, "sourceColumnId", id);
                Column(key, "targetColumnId", relationship.Text("targetElementId") ?? "");
            }
        }
    }

    // Its targets, and where its values come from. A warehouse table's or another model's columns are not ours.
    private void Control(JsonObject control)
    {
        foreach (var target in ElementIds.Objects(control, "filters").Concat(new[] { control.Object("source") }.OfType<JsonObject>()))
        {
            if (target.Object("source") is { } source && source.Text("kind") == "table")
            {
                Column(target, "columnId", source.Text("elementId") ?? "");
                Column(target, "displayColumnId", source.Text("elementId") ?? "");
            }
        }
    }

    // Wherever a source may stand: alone, in a join's legs, in a union, in a transposition, in a control.
    private void Sources(JsonValue? value)
    {
        foreach (var item in value as JsonArray ?? new JsonArray())
        {
            Sources(item);
        }

        if (value is JsonObject o)
        {
            if (o.Text("kind") == "table" && o.Text("elementId") is { } element)
            {
                Replace(o, "groupingId", o.Text("groupingId") is { } grouping ? _map.Grouping(element, grouping) : null);
                Element(o, "elementId");
            }

            foreach (var member in o.Where(member => member.Value is JsonObject or JsonArray).ToList())
            {
                Sources(member.Value);
            }
        }
    }

    private void Each(JsonObject owner, string list, string element, params string[] fields)
    {
        foreach (var item in ElementIds.Objects(owner, list))
        {
            foreach (var field in fields)
            {
                Columns(item, field, element);
            }
        }
    }

    private void Columns(JsonObject owner, string list, string element)
    {
        var ids = owner.Array(list) ?? new JsonArray();
        for (var i = 0; i < ids.Count; i++)
        {
            if (ids[i] is JsonString id)
            {
                ids[i] = new JsonString(_map.Inner(element, id.Value), id.Offset);
            }
        }
    }

    private void Column(JsonObject? owner, string key, string element) => Replace(owner, key, owner?.Text(key) is { } id ? _map.Inner(element, id) : null);

    private void Element(JsonObject owner, string key) => Replace(owner, key, owner.Text(key) is { } id ? _map.Element(id) : null);

    private static void Replace(JsonObject? owner, string key, string? id)
    {
        if (id is not null)
        {
            owner!.Set(key, new JsonString(id));
        }
    }
}
