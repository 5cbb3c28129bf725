using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Updates all references inside the pages to the new IDs.</summary>
internal sealed class IdReferences(IdMap map, JsonArray pages)
{
    public void Apply()
    {
        foreach (JsonObject element in SpecParts.Elements(pages))
        {
            string id = element.Text("id") ?? "";
            if (element.Text("kind") == "control")
            {
                Control(element);
            }
            else
            {
                Table(element, id);
            }
        }
    }

    private void Table(JsonObject table, string id)
    {
        Columns(table, "order", id);
        Columns(table, "summary", id);
        Each(table, "folders", folder => Columns(folder, "items", id));
        Each(table, "groupings", grouping =>
        {
            Columns(grouping, "groupBy", id);
            Columns(grouping, "calculations", id);
        });
        Each(table, "columnSecurities", security => Columns(security, "restrictedColumns", id));
        Each(table, "filters", filter => Column(filter, "columnId", id));
        Each(table, "sort", sort => Column(sort, "columnId", id));
        Each(table, "metrics", metric => Column(metric["timeline"] as JsonObject, "dateColumnId", id));
        Each(table, "relationships", relationship =>
        {
            string target = relationship.Text("targetElementId") ?? "";
            Each(relationship, "keys", key =>
            {
                Column(key, "sourceColumnId", id);
                Column(key, "targetColumnId", target);
            });
            Element(relationship, "targetElementId");
        });
        foreach (JsonObject source in SpecParts.Sources(table["source"] as JsonObject))
        {
            Source(source);
        }
    }

    private void Control(JsonObject control)
    {
        foreach (JsonObject target in control.Items("filters").Append(control["source"] as JsonObject).OfType<JsonObject>())
        {
            if (target["source"] is JsonObject source && source.Text("kind") == "table")
            {
                Column(target, "columnId", source.Text("elementId") ?? "");
                Column(target, "displayColumnId", source.Text("elementId") ?? "");
                Source(source);
            }
        }
    }

    private void Source(JsonObject source)
    {
        if (source.Text("kind") != "table" || source.Text("elementId") is not string element)
        {
            return;
        }

        if (source.Text("groupingId") is string grouping && map.Inner.TryGetValue((element, "groupings", grouping), out string? renewed))
        {
            source["groupingId"] = renewed;
        }

        Element(source, "elementId");
    }

    private void Element(JsonObject owner, string key)
    {
        if (owner.Text(key) is string id && map.Elements.TryGetValue(id, out string? renewed))
        {
            owner[key] = renewed;
        }
    }

    private void Column(JsonObject? owner, string key, string element)
    {
        if (owner.Text(key) is string id && map.Inner.TryGetValue((element, "columns", id), out string? renewed))
        {
            owner![key] = renewed;
        }
    }

    // order and a folder's items may contain folders too.
    private void Columns(JsonObject owner, string key, string element)
    {
        if (owner[key] is JsonArray list)
        {
            owner[key] = new JsonArray([
                .. list.Select(item =>
                    SpecText.Text(item) is string id
                        ? JsonValue.Create(
                            map.Inner.GetValueOrDefault((element, "columns", id))
                                ?? map.Inner.GetValueOrDefault((element, "folders", id))
                                ?? id)
                        : item?.DeepClone()),
            ]);
        }
    }

    private static void Each(JsonObject owner, string key, System.Action<JsonObject> action)
    {
        foreach (JsonObject item in owner.Items(key).ToArray())
        {
            action(item);
        }
    }
}
