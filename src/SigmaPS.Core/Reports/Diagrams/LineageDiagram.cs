using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Reports;

/// <summary>Many models as a graph: which feed which.</summary>
public static class LineageDiagram
{
    /// <summary>Draws.</summary>
    /// <param name="models">The models, each with its id: a file may leave that to the index of its folder. Null where nothing says
    /// it.</param>
    /// <returns>The graph; a model that is read and not among them is drawn by its id.</returns>
    public static DiagramGraph FromModels(IReadOnlyList<KeyValuePair<string?, SpecDocument>> models)
    {
        var graph = new DiagramGraph();
        var boxes = models
            .Select(
                (model, i) =>
                    graph.Box(Key(model.Key ?? "model " + i), () =>
                        (model.Value.Name ?? model.Key ?? "a model", DiagramNodeKind.Element, null)))
            .ToList();
        for (var i = 0; i < models.Count; i++)
        {
            foreach (
                var id in ModelReferences
                    .In(models[i].Value)
                    .Select(reference => reference.Text("dataModelId")!)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Where(id => !string.Equals(id, models[i].Key, StringComparison.OrdinalIgnoreCase)))
            {
                graph.Line(graph.Box(Key(id), () => (id, DiagramNodeKind.Outside, null)), boxes[i]);
            }
        }

        return graph;
    }

    private static string Key(string id) => id.ToUpperInvariant();
}
