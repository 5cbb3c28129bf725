using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>
/// Where the boxes of a graph stand: in layers from what is read to what reads it, each layer in the order that crosses the fewest lines.
/// </summary>
internal sealed class DiagramLayout
{
    private const int Sweeps = 8;

    private readonly Dictionary<DiagramNode, int> _layer = new();
    private readonly Dictionary<DiagramNode, double> _place = new();

    private DiagramLayout(DiagramGraph graph)
    {
        Depths(graph);
        Layers = graph.Boxes.GroupBy(box => _layer[box]).OrderBy(group => group.Key).Select(group => group.ToList()).ToList();
    }

    /// <summary>The layers from left to right, each from top to bottom.</summary>
    public IReadOnlyList<List<DiagramNode>> Layers { get; }

    /// <summary>Finds the places.</summary>
    public static DiagramLayout FromGraph(DiagramGraph graph)
    {
        var layout = new DiagramLayout(graph);
        layout.Order(graph);
        return layout;
    }

    // The longest way from what reads nothing; a line that would close a ring counts for nothing.
    private void Depths(DiagramGraph graph)
    {
        var into = graph.Lines.Where(line => !line.IsDotted && line.From != line.To).ToLookup(line => line.To, line => line.From);
        var open = new HashSet<DiagramNode>();
        foreach (var start in graph.Boxes)
        {
            var way = new Stack<(DiagramNode Box, bool IsLeft)>();
            way.Push((start, false));
            while (way.Count > 0)
            {
                var (box, isLeft) = way.Pop();
                if (isLeft)
                {
                    _layer[box] = into[box].Select(from => _layer.TryGetValue(from, out var depth) ? depth + 1 : 0).DefaultIfEmpty(0).Max();
                    open.Remove(box);
                }
                else if (!_layer.ContainsKey(box) && open.Add(box))
                {
                    way.Push((box, true));
                    foreach (var from in into[box].Where(from => !_layer.ContainsKey(from) && !open.Contains(from)))
                    {
                        way.Push((from, false));
                    }
                }
            }
        }
    }

    private void Order(DiagramGraph graph)
    {
        var near = graph
            .Lines.SelectMany(line => new[] { (line.From, line.To), (line.To, line.From) })
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
        Number();
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? Layers : Layers.Reverse())
            {
                var sorted = layer
                    .OrderBy(box => near[box].Select(other => _place[other]).DefaultIfEmpty(_place[box]).Average())
                    .ThenBy(box => box.Number)
                    .ToList();
                layer.Clear();
                layer.AddRange(sorted);
                Number();
            }
        }
    }

    private void Number()
    {
        foreach (var layer in Layers)
        {
            for (var i = 0; i < layer.Count; i++)
            {
                _place[layer[i]] = (i + 0.5) / layer.Count;
            }
        }
    }
}
