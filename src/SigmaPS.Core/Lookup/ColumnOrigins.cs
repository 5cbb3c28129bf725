using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
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
        foreach (var scope in model.Elements)
        {
            foreach (var item in ElementIds.Objects(scope.Element, "columns").Concat(ElementIds.Objects(scope.Element, "metrics")))
            {
                Read(scope, item, FormulaReferences.Parse(item.Text("formula") ?? ""), scope.Resolve);
            }

            if (scope.Element.Object("source") is { } source && source.Text("kind") == "union")
            {
                ElementIds.Objects(source, "matches").ToList().ForEach(match => Match(scope, source, match));
            }
        }

        HandOn();
    }

    /// <summary>The origins of a column, sorted by text.</summary>
    public IReadOnlyList<ColumnOrigin> GetOrigins(JsonObject column) => _origins.TryGetValue(column, out var found)
        ? found.OrderBy(origin => origin.Text, StringComparer.Ordinal).ToList()
        : new List<ColumnOrigin>();

    private void Match(ElementScope scope, JsonObject union, JsonObject match)
    {
        var sides = union.Array("sources");
        var names = match.Array("sourceColumns");
        for (var i = 0; i < Math.Min(sides?.Count ?? 0, names?.Count ?? 0); i++)
        {
            if (sides![i] is JsonObject side && names![i] is JsonString name)
            {
                Read(scope, match, FormulaReferences.Parse(name.Value), reference => scope.ResolveOn(side, reference), side);
            }
        }
    }

    private void Read(
        ElementScope scope,
        JsonObject item,
        IReadOnlyList<FormulaReference> references,
        Func<FormulaReference, Resolution> resolve,
        JsonObject? side = null)
    {
        foreach (var reference in references)
        {
            var found = resolve(reference);
            if (found.Target is { } target)
            {
                Listed(_dependents, target).Add(item);
            }
            else if (OriginOf(scope, found.Source ?? side ?? Only(scope, reference, found)) is { } origin)
            {
                if (!_origins.TryGetValue(item, out var origins))
                {
                    _origins.Add(item, origins = new HashSet<ColumnOrigin>());
                }

                origins.Add(origin);
            }
        }
    }

    // If the document does not show the source's prefix, or an SQL column has no prefix, the reference means the only source.
    private static JsonObject? Only(ElementScope scope, FormulaReference reference, Resolution found) =>
        scope.Sources.Count == 1
        && (found.Kind == ReferenceKind.OutOfSight || (reference.Steps.Count == 1 && scope.Sources[0].Source.Text("kind") == "sql"))
            ? scope.Sources[0].Source
            : null;

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
