using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Release;

namespace SigmaPS.Core.Diagram;

/// <summary>Many models as a graph: which feed which.</summary>
public static class LineageDiagram
{
    /// <summary>Draws.</summary>
    /// <param name="documents">The models.</param>
    /// <returns>The graph; a model that is read and not among them is drawn by its id.</returns>
    public static DiagramGraph Of(IReadOnlyList<SpecDocument> documents)
    {
        var graph = new DiagramGraph();
        var boxes = documents.Select((document, i) => graph.Box(document.DataModelId ?? "model " + i, () => (document.Name ?? document.DataModelId ?? "a model", BoxKind.Element, null))).ToList();
        for (var i = 0; i < documents.Count; i++)
        {
            foreach (var id in ModelReferences.In(documents[i]).Select(reference => reference.Text("dataModelId")!).Where(id => id != documents[i].DataModelId).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                graph.Line(graph.Box(id, () => (id, BoxKind.Outside, null)), boxes[i]);
            }
        }

        return graph;
    }
}
