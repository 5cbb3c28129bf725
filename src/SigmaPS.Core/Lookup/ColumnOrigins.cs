using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Lookup;

/// <summary>Traces columns through elements and calculations to their origins: warehouse tables, SQL statements and other models.</summary>
/// <remarks>Origins propagate from each item to those that refer to it until no set grows. So cycles end, and long chains need no
/// recursion.</remarks>
internal sealed class ColumnOrigins
{
    private readonly Dictionary<JsonObject, HashSet<ColumnOrigin>> _origins = new();
    private readonly Dictionary<JsonObject, List<JsonObject>> _dependents = new();

    public ColumnOrigins(ModelScope model)
    {
        foreach (var reference in ItemReference.All(model))
        {
            Add(reference);
        }

        HandOn();
    }

    /// <summary>The origins of a column, sorted by text.</summary>
    public IReadOnlyList<ColumnOrigin> GetOrigins(JsonObject column) => _origins.TryGetValue(column, out var found)
        ? found.OrderBy(origin => origin.Text, StringComparer.Ordinal).ToList()
        : new List<ColumnOrigin>();

    private void Add(ItemReference reference)
    {
        if (reference.Found.Target is { } target)
        {
            Listed(_dependents, target).Add(reference.Item);
        }
        else if (OriginOf(reference.Scope, reference.Source) is { } origin)
        {
            if (!_origins.TryGetValue(reference.Item, out var origins))
            {
                _origins.Add(reference.Item, origins = new HashSet<ColumnOrigin>());
            }

            origins.Add(origin);
        }
    }

    private static ColumnOrigin? OriginOf(ElementScope scope, JsonObject? source) =>
        source?.Text("kind") switch
        {
            "warehouse-table"
            or "metric-view"
            or "semantic-view" when source.Array("path")?.OfType<JsonString>().Select(step => step.Value).ToList() is { Count: > 0 } path =>
                new ColumnOrigin(string.Join(".", path), path[path.Count - 1]),
            "sql" => new ColumnOrigin($"custom SQL of \"{scope.Name ?? scope.Id}\"", null),
            "data-model" => new ColumnOrigin($"data model {source.Text("dataModelId")}", null),
            "csv-table" => new ColumnOrigin(
                $"CSV table {source.Text("inodeId")}",
                scope.Sources.FirstOrDefault(side => side.Source == source)?.Prefix),
            "transpose" => OriginOf(scope, source.Object("source")),

            // A kind that the module does not know still has an origin.
            { } kind when source.Has("connectionId") => source.Array("path")?.OfType<JsonString>().Select(step => step.Value).ToList()
                is { Count: > 0 } path
                ? new ColumnOrigin(string.Join(".", path), path[path.Count - 1])
                : new ColumnOrigin($"{kind} of \"{scope.Name ?? scope.Id}\"", null),
            _ => null,
        };

    private void HandOn()
    {
        var open = new Queue<JsonObject>(_origins.Keys.ToList());
        while (open.Count > 0)
        {
            var thing = open.Dequeue();
            foreach (var dependent in _dependents.TryGetValue(thing, out var all) ? all : Enumerable.Empty<JsonObject>())
            {
                if (!_origins.TryGetValue(dependent, out var origins))
                {
                    _origins.Add(dependent, origins = new HashSet<ColumnOrigin>());
                }

                var before = origins.Count;
                origins.UnionWith(_origins[thing]);
                if (origins.Count > before)
                {
                    open.Enqueue(dependent);
                }
            }
        }
    }

    private static List<JsonObject> Listed(Dictionary<JsonObject, List<JsonObject>> all, JsonObject key)
    {
        if (!all.TryGetValue(key, out var list))
        {
            all.Add(key, list = new List<JsonObject>());
        }

        return list;
    }
}
