using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>What the names in a representation mean: elements, their columns, controls.</summary>
internal sealed class SpecScope
{
    private const int DeepestChain = 8;
    private readonly Dictionary<string, JsonObject> _tables;
    private readonly Dictionary<string, IReadOnlyList<ResolvedColumn>?> _resolved = [];
    private readonly int _depth;

    public SpecScope(SandboxOrganization organization, JsonArray pages, int depth = 0, ModelBindings? bindings = null)
    {
        Organization = organization;
        Bindings = bindings;
        _depth = depth;
        _tables = SpecParts.Tables(pages).Where(t => t.Text("id") is not null).GroupBy(t => t.Text("id")!).ToDictionary(g => g.Key, g => g.First());
        Controls = SpecParts.Controls(pages).Select(c => c.Text("controlId")).OfType<string>().ToHashSet();
        Sources = new SourceNames(this);
    }

    public SandboxOrganization Organization { get; }

    /// <summary>The IDs that references to other models meant when this one was published; null for a spec that is not published yet.</summary>
    public ModelBindings? Bindings { get; }

    public IReadOnlySet<string> Controls { get; }

    public IReadOnlyDictionary<string, JsonObject> Tables => _tables;

    public SourceNames Sources { get; }

    /// <summary>The element of that id, or null.</summary>
    public JsonObject? Table(string? id) => id is not null && _tables.TryGetValue(id, out JsonObject? table) ? table : null;

    /// <summary>The columns of an element with names and types; an element that feeds on itself has none.</summary>
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

    /// <summary>The type of a metric: error where its formula refers to something that is gone.</summary>
    public string TypeOfMetric(JsonObject table, JsonObject metric) => new ColumnResolver(this, table).TypeOfMetric(metric.Text("formula") ?? "");

    /// <summary>The names another element can take from this one: its columns and metrics.</summary>
    public NameSet NamesOf(JsonObject? table) => table?.Text("id") is not string id ? NameSet.None : new NameSet(
        Columns(id).Select(c => KeyValuePair.Create(c.Name, c.Type))
            .Concat(table.Items("metrics").Select(m => KeyValuePair.Create(SpecParts.ColumnName(m), "number"))));

    /// <summary>The scope of another model's latest version; null when there is no such model, or the chain of models is too long to be straight.</summary>
    public SpecScope? Of(string? dataModelId) =>
        _depth < DeepestChain && dataModelId is not null && Organization.FindModel(dataModelId) is { IsArchived: false } model
            ? new SpecScope(Organization, model.Latest.Pages, _depth + 1, model.Latest.Bindings)
            : null;

    /// <summary>An element's name, or the one its source gives it (spec.md section 3.1).</summary>
    public string NameOf(JsonObject table) => table.Text("name") ?? Sources.Prefix(table["source"] as JsonObject);

    /// <summary>The first elements of that name.</summary>
    public JsonObject? ByName(string name) => _tables.Values.FirstOrDefault(t => NameOf(t).Equals(name, StringComparison.Ordinal));
}
