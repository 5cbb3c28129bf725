using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Resolves the names in a spec: elements, their columns, controls.</summary>
internal sealed class SpecScope
{
    private const int DeepestChain = 8;
    private readonly Dictionary<string, JsonObject> _tables;
    private readonly Dictionary<string, IReadOnlyList<ResolvedColumn>?> _resolved = [];
    private readonly Dictionary<string, SpecScope?> _others = [];
    private readonly int _depth;

    public SpecScope(SandboxOrganization organization, JsonArray pages, int depth = 0, ModelBindings? bindings = null)
    {
        Organization = organization;
        Bindings = bindings;
        _depth = depth;
        _tables = SpecParts
            .Tables(pages)
            .Where(t => t.Text("id") is not null)
            .GroupBy(t => t.Text("id")!)
            .ToDictionary(g => g.Key, g => g.First());
        Controls = SpecParts.Controls(pages).Select(c => c.Text("controlId")).OfType<string>().ToHashSet();
        Sources = new SourceNames(this);
        Shown = new ShownNames(this);
    }

    public SandboxOrganization Organization { get; }

    /// <summary>The IDs that references to other models resolved to when this spec was published; null if it is not published
    /// yet.</summary>
    public ModelBindings? Bindings { get; }

    public IReadOnlySet<string> Controls { get; }

    public IReadOnlyDictionary<string, JsonObject> Tables => _tables;

    public SourceNames Sources { get; }

    /// <summary>The display names of columns.</summary>
    public ShownNames Shown { get; }

    /// <summary>Finds an element by ID; null if there is none.</summary>
    public JsonObject? Table(string? id) => id is not null && _tables.TryGetValue(id, out JsonObject? table) ? table : null;

    /// <summary>The columns of an element with names and types; empty for an element in a cycle.</summary>
    public IReadOnlyList<ResolvedColumn> Columns(string elementId)
    {
        if (_resolved.TryGetValue(elementId, out IReadOnlyList<ResolvedColumn>? done))
        {
            return done ?? [];
        }

        _resolved[elementId] = null;
        IReadOnlyList<ResolvedColumn> columns = new ColumnResolver(this, _tables[elementId]).Resolve();
        _resolved[elementId] = columns;
        return columns;
    }

    /// <summary>The type of a metric: error if a reference of its formula does not resolve.</summary>
    public string TypeOfMetric(JsonObject table, JsonObject metric) =>
        new ColumnResolver(this, table).TypeOfMetric(metric.Text("formula") ?? "");

    /// <summary>The names that other elements can use from this one: its columns and metrics.</summary>
    public NameSet NamesOf(JsonObject? table) => table?.Text("id") is not string id ? NameSet.None : new NameSet(
        Columns(id).Select(c => KeyValuePair.Create(c.Name, c.Type))
            .Concat(table.Items("metrics").Select(m => KeyValuePair.Create(SpecParts.MetricName(m), "number"))));

    /// <summary>The scope of another model's latest version; null if the model does not exist, or the chain of models is so long that it
    /// must be a cycle.</summary>
    public SpecScope? Of(string? dataModelId)
    {
        if (_depth >= DeepestChain || dataModelId is null)
        {
            return null;
        }

        if (!_others.TryGetValue(dataModelId, out SpecScope? other))
        {
            other = Organization.FindModel(dataModelId) is { IsArchived: false } model
                ? new SpecScope(Organization, model.Latest.Pages, _depth + 1, model.Latest.Bindings)
                : null;
            _others[dataModelId] = other;
        }

        return other;
    }

    /// <summary>An element's name, else its source's (spec.md section 3.1).</summary>
    public string NameOf(JsonObject table) => table.Text("name") ?? Sources.Prefix(table["source"] as JsonObject);

    /// <summary>Whether a table, or an element along the chain of its sources, has a metric with that name (spec.md section 6).</summary>
    public bool HasMetric(JsonObject? table, string name)
    {
        HashSet<JsonObject> met = [];
        for (; table is not null && met.Add(table); table = Table(table["source"].Text("elementId")))
        {
            if (table.Items("metrics").Any(m => SpecParts.MetricName(m) == name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a path uses a relationship of the table, or of the element it reads.</summary>
    public bool HasRelationship(JsonObject table, IReadOnlyList<string> parts) => Relationships(table, parts).Any();

    /// <summary>The targets of the relationships that the second part of a path names.</summary>
    public IEnumerable<JsonObject> Relationships(JsonObject table, IReadOnlyList<string> parts)
    {
        // The name of a relationship without one is not documented for every case; the target's name is used (spec.md section 7).
        IEnumerable<JsonObject> starts = Sources.Sides(table["source"] as JsonObject).Where(s => s.Prefix == parts[0])
            .Select(s => s.Source.Text("kind") == "table" ? Table(s.Source.Text("elementId")) : null).OfType<JsonObject>();
        bool isOwn = parts[0] == NameOf(table) || Sources.Sides(table["source"] as JsonObject).Any(s => s.Prefix == parts[0]);
        return (isOwn ? starts.Prepend(table) : starts).SelectMany(start => start.Items("relationships"))
            .Select(r => (Name: r.Text("name"), Target: Table(r.Text("targetElementId"))))
            .Where(r => r.Target is not null && (r.Name ?? NameOf(r.Target)) == parts[1]).Select(r => r.Target!);
    }

    /// <summary>The elements with that name, in document order.</summary>
    public JsonObject? ByName(string name) => _tables.Values.FirstOrDefault(t => NameOf(t).Equals(name, StringComparison.Ordinal));
}
