using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>
/// The layers of a graph, from the sources on the left to the readers on the right. Each layer is in the order with few crossings. An edge
/// over several layers has a passage in each of them, so that it does not run behind nodes.
/// </summary>
internal sealed class DiagramLayout
{
    private const int Sweeps = 8;

    private readonly Dictionary<DiagramNode, LayoutPoint> _points;
    private readonly Dictionary<(DiagramNode From, int Layer), LayoutPoint> _passages = new();

    /// <summary>Computes the layout.</summary>
    public DiagramLayout(DiagramGraph graph)
    {
        var depths = DiagramDepths.Find(graph);
        _points = graph.Nodes.ToDictionary(node => node, node => new LayoutPoint(depths[node], node));
        foreach (var (from, to) in graph.Edges.Select(edge => (edge.From, edge.To)).Distinct())
        {
            var last = _points[from];
            foreach (var passage in AddPassages(from, to))
            {
                last = passage;
            }

            last.Connect(_points[to]);
        }

        Layers = graph.Nodes.Select(node => _points[node]).Concat(_passages.Values).GroupBy(point => point.Layer)
            .OrderBy(layer => layer.Key).Select(layer => layer.ToList()).ToList();
        SortLayers();
    }

    /// <summary>The layers from left to right, each from top to bottom.</summary>
    public IReadOnlyList<List<LayoutPoint>> Layers { get; }

    /// <summary>The passages of an edge from left to right; none for a short edge.</summary>
    public IEnumerable<LayoutPoint> Passages(DiagramNode from, DiagramNode to) =>
        Between(from, to).Select(layer => _passages[(from, layer)]);

    // The edges of one source share their passages, so that they run as one line until they part.
    private IEnumerable<LayoutPoint> AddPassages(DiagramNode from, DiagramNode to)
    {
        var last = _points[from];
        foreach (var layer in Between(from, to))
        {
            if (!_passages.TryGetValue((from, layer), out var passage))
            {
                _passages.Add((from, layer), passage = new LayoutPoint(layer, null));
                last.Connect(passage);
            }

            yield return last = passage;
        }
    }

    private IEnumerable<int> Between(DiagramNode from, DiagramNode to)
    {
        for (var layer = _points[from].Layer + 1; layer < _points[to].Layer; layer++)
        {
            yield return layer;
        }
    }

    private void SortLayers()
    {
        SetRanks();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? Layers : Layers.Reverse())
            {
                // The sort is stable, so points without neighbors stay.
                var sorted = layer
                    .OrderBy(point => point.Neighbors.Select(other => other.Rank).DefaultIfEmpty(point.Rank).Average())
                    .ToList();
                layer.Clear();
                layer.AddRange(sorted);
                SetRanks();
            }
        }
    }

    private void SetRanks()
    {
        foreach (var layer in Layers)
        {
            for (var i = 0; i < layer.Count; i++)
            {
                layer[i].Rank = (i + 0.5) / layer.Count;
            }
        }
    }
}
