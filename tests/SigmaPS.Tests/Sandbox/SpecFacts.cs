using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Tests.Sandbox;

/// <summary>
/// The contents of a set of specs, as lines like "table.source:join.joins.joinType=inner" that a table of rows can ask for.
/// </summary>
internal static class SpecFacts
{
    public static HashSet<string> Collect(IEnumerable<JsonNode> documents)
    {
        HashSet<string> facts = [];
        foreach (JsonNode document in documents)
        {
            foreach (JsonObject page in document["pages"]!.AsArray().Select(p => p!.AsObject()))
            {
                Walk(page, "page", facts, isPage: true);
                foreach (JsonObject element in page["elements"]!.AsArray().Select(e => e!.AsObject()))
                {
                    Walk(element, Named(element), facts);
                }
            }
        }

        return facts;
    }

    private static void Walk(JsonObject item, string path, HashSet<string> facts, bool isPage = false)
    {
        foreach ((string key, JsonNode? value) in item)
        {
            facts.Add($"{path}.{key}");
            if (!isPage)
            {
                Value(value, $"{path}.{key}", facts);
            }
        }
    }

    private static void Value(JsonNode? value, string path, HashSet<string> facts)
    {
        switch (value)
        {
            case JsonObject item:
                Walk(item, item.ContainsKey("kind") ? $"{path}:{(string?)item["kind"]}" : path, facts);
                break;
            case JsonArray list:
                facts.Add(list.Count == 0 ? path + "=[]" : path + "=[…]");
                foreach (JsonNode? entry in list)
                {
                    Value(entry, path, facts);
                }

                break;
            case null:
                facts.Add(path + "=null");
                break;
            default:
                facts.Add($"{path}={(value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString())}");
                facts.Add($"{path}={value.GetValueKind()}");
                break;
        }
    }

    private static string Named(JsonObject element) =>
        (string)element["kind"]! == "control" ? "control:" + (string)element["controlType"]! : (string)element["kind"]!;
}
