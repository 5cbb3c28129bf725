using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Usage;

/// <summary>The sources of an element and of a control, flat: legs of joins, parts of unions, the table that is transposed.</summary>
internal static class ModelSources
{
    public static IEnumerable<ModelSource> Read(string modelId, JsonObject? source) => source?.Text("kind") switch
    {
        null => Array.Empty<ModelSource>(),
        "join" => Join(modelId, source),
        "union" => Union(modelId, source),
        "transpose" => Read(modelId, source.Object("source")).Select(inner => inner with { Kind = "transpose" }),
        _ => new[] { One(modelId, source, null, Array.Empty<string>()) },
    };

    /// <summary>What a control names in other models: parameters by control ID, filters and value lists by column ID.</summary>
    public static IEnumerable<UsageItem> ControlTargets(JsonObject control)
    {
        foreach (var parameter in ElementIds.Objects(control, "parameters").Where(IsRemote))
        {
            yield return new UsageItem(UsageItemKind.Control, parameter.Text("dataModelId")!, null, parameter.Text("controlId"));
        }

        var places = ElementIds
            .Objects(control, "filters")
            .Concat(control.Object("source") is { } values ? new[] { values } : Array.Empty<JsonObject>());
        foreach (var place in places)
        {
            if (place.Object("source") is not { } source || !IsRemote(source))
            {
                continue;
            }

            yield return new UsageItem(UsageItemKind.Element, source.Text("dataModelId")!, source.Text("elementId"));
            foreach (var column in new[] { place.Text("columnId"), place.Text("displayColumnId") }.OfType<string>())
            {
                yield return new UsageItem(UsageItemKind.Column, source.Text("dataModelId")!, source.Text("elementId"), column);
            }
        }
    }

    private static bool IsRemote(JsonObject source) => source.Text("kind") == "data-model" && source.Text("dataModelId") is not null;

    private static List<ModelSource> Join(string modelId, JsonObject join)
    {
        var found = new List<ModelSource>();
        if (join.Object("primarySource") is { } primary)
        {
            found.Add(One(modelId, primary, join.Text("name"), Array.Empty<string>()));
        }

        foreach (var leg in ElementIds.Objects(join, "joins"))
        {
            Add(leg.Object("left"), found.Count == 0 ? join.Text("name") : null, Keys(leg, "left"));
            Add(leg.Object("right"), leg.Text("name"), Keys(leg, "right"));
        }

        return found;

        void Add(JsonObject? side, string? name, string[] keys)
        {
            if (side is not null)
            {
                found.Add(One(modelId, side, name, keys));
            }
        }
    }

    private static string[] Keys(JsonObject leg, string side) =>
        ElementIds.Objects(leg, "columns").Select(key => key.Text(side)).OfType<string>().ToArray();

    // The n-th entry of sourceColumns belongs to the n-th source.
    private static IEnumerable<ModelSource> Union(string modelId, JsonObject union)
    {
        var matches = ElementIds.Objects(union, "matches").Select(match => match.Array("sourceColumns")).ToList();
        return ElementIds
            .Objects(union, "sources")
            .Select(
                (source, at) =>
                    One(
                        modelId,
                        source,
                        null,
                        matches
                            .Select(columns => columns is not null && at < columns.Count ? (columns[at] as JsonString)?.Value : null)
                            .OfType<string>()
                            .ToArray()) with
                    {
                        Kind = "union",
                    });
    }

    private static ModelSource One(string modelId, JsonObject source, string? name, string[] keys)
    {
        var kind = source.Text("kind") ?? "";
        var table = kind switch
        {
            "warehouse-table" => source.Array("path") is { Count: > 0 } path ? (path[path.Count - 1] as JsonString)?.Value : null,
            "sql" => "Custom SQL",
            _ => null,
        };
        var remote = kind == "data-model" ? source.Text("dataModelId") : null;
        return new ModelSource(
            kind,
            name,
            table,
            remote == modelId ? null : remote,
            kind is "table" or "data-model" ? source.Text("elementId") : null,
            source.Text("groupingId"),
            keys);
    }
}
