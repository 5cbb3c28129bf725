using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>The nodes of the sources of one model: its own elements, tables and statements, elements of other models.</summary>
internal sealed class DiagramSources(DiagramGraph graph)
{
    private const string Tables = "Tables and statements";
    private const string OtherModels = "Other data models";

    private readonly DiagramGraph _graph = graph;
    private readonly Dictionary<string, DiagramNode> _elements = new(StringComparer.Ordinal);

    /// <summary>Records the node of an element.</summary>
    public void AddElement(string id, DiagramNode node) => _elements[id] = node;

    /// <summary>The node of an element; null if the model does not have it.</summary>
    public DiagramNode? Element(string? id) => id is not null && _elements.TryGetValue(id, out var node) ? node : null;

    /// <summary>Connects the sources in a value to their reader. They can be nested: legs of a join, a union, a transposition.</summary>
    /// <param name="value">A source, a list of sources, or an object that contains sources.</param>
    /// <param name="reader">The node that reads them.</param>
    /// <param name="label">How it reads them.</param>
    public void Connect(JsonValue? value, DiagramNode reader, string label = "") =>
        Visit(value, label, (node, how) => _graph.Connect(node, reader, how));

    /// <summary>The nodes of the sources in a value.</summary>
    public IReadOnlyList<DiagramNode> Find(JsonValue? value)
    {
        var found = new List<DiagramNode>();
        Visit(value, "", (node, _) => found.Add(node));
        return found.Distinct().ToList();
    }

    private void Visit(JsonValue? value, string label, Action<DiagramNode, string> take)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Visit(item, label, take);
            }
        }
        else if (value is JsonObject source)
        {
            if (Node(source) is { } node)
            {
                take(node, label);
                return;
            }

            var kind = source.Text("kind") is "join" or "union" or "transpose" ? source.Text("kind")! : label;
            foreach (var member in source.Where(member => member.Name != "primarySource"))
            {
                var isLeg = member.Name == "right" && source.Has("joinType");
                Visit(member.Value, isLeg ? source.Text("joinType") + " join" : kind, take);
            }
        }
    }

    private DiagramNode? Node(JsonObject source) =>
        source.Text("kind") switch
        {
            "table" => Element(source.Text("elementId")),
            "warehouse-table" or "metric-view" or "semantic-view" => Table("table", Path(source), source),
            "sql" => _graph.Node($"sql {source.Text("connectionId")} {source.Text("statement")}", () =>
                Warehouse("Custom SQL", "sql", source.Text("statement") ?? "")),
            "data-model" => _graph.Node($"model {source.Text("dataModelId")} {source.Text("elementId")}", () => Outside(source)),
            "csv-table" => _graph.Node("csv " + source.Text("inodeId"), () =>
                Warehouse("CSV table " + source.Text("inodeId"), "csv-table", "")),

            // A kind that the module does not know has a node too, with its path if it has one.
            { } kind when source.Has("connectionId") => Table(kind, Path(source) is { Length: > 0 } path ? path : kind, source),
            _ => null,
        };

    private DiagramNode Table(string key, string label, JsonObject source) =>
        _graph.Node($"{key} {source.Text("connectionId")} {Path(source)}", () => Warehouse(label, source.Text("kind")!, ""));

    private static DiagramNode Warehouse(string label, string note, string text) =>
        new(label, DiagramNodeKind.Warehouse)
        {
            Section = Tables,
            Note = note,
            Text = text,
        };

    private static DiagramNode Outside(JsonObject source) =>
        new($"element {source.Text("elementId")} of model {source.Text("dataModelId")}", DiagramNodeKind.Outside)
        {
            Section = OtherModels,
            Note = "data-model",
            Id = source.Text("dataModelId") ?? "",
        };

    private static string Path(JsonObject source) =>
        string.Join(".", (source.Array("path") ?? new JsonArray()).OfType<JsonString>().Select(step => step.Value));
}
