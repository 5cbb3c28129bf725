using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Reports;

/// <summary>Several models as a graph of their dependencies.</summary>
public static class LineageDiagram
{
    /// <summary>Draws the graph.</summary>
    /// <param name="models">The models, each with its ID, because a file can leave it to the index of its folder; null if unknown.</param>
    /// <returns>The graph. A dependency outside the given models is drawn by its ID.</returns>
    public static DiagramGraph FromModels(IReadOnlyList<KeyValuePair<string?, SpecDocument>> models)
    {
        var graph = new DiagramGraph();
        var nodes = models.Select((model, i) => graph.Node(Key(model.Key ?? "model " + i), () => Model(model))).ToList();
        for (var i = 0; i < models.Count; i++)
        {
            foreach (
                var id in ModelReferences
                    .In(models[i].Value)
                    .Select(reference => reference.Text("dataModelId")!)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Where(id => !string.Equals(id, models[i].Key, StringComparison.OrdinalIgnoreCase)))
            {
                graph.Connect(graph.Node(Key(id), () => Outside(id)), nodes[i]);
            }
        }

        return graph;
    }

    private static DiagramNode Model(KeyValuePair<string?, SpecDocument> model) =>
        new(model.Value.Name ?? model.Key ?? "a model", DiagramNodeKind.Element)
        {
            Section = "Data models",
            Id = model.Key ?? "",
            Note = "data-model",
        };

    private static DiagramNode Outside(string id) =>
        new(id, DiagramNodeKind.Outside)
        {
            Section = "Other data models",
            Id = id,
            Note = "data-model",
        };

    private static string Key(string id) => id.ToUpperInvariant();
}
