using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>Nodes and edges, without their positions.</summary>
public sealed class DiagramGraph
{
    private readonly List<DiagramNode> _nodes = new();
    private readonly List<DiagramEdge> _edges = new();
    private readonly HashSet<(DiagramNode From, DiagramNode To, string Label, bool IsDotted)> _added = new();
    private readonly Dictionary<string, DiagramNode> _byKey = new(StringComparer.Ordinal);

    /// <summary>The nodes, in the order in which they were added.</summary>
    public IReadOnlyList<DiagramNode> Nodes => _nodes;

    /// <summary>The edges, each once.</summary>
    public IReadOnlyList<DiagramEdge> Edges => _edges;

    /// <summary>The node of a key; the first call creates it.</summary>
    internal DiagramNode Node(string key, Func<DiagramNode> create)
    {
        if (!_byKey.TryGetValue(key, out var node))
        {
            node = create();
            _nodes.Add(node);
            node.Number = _nodes.Count;
            _byKey.Add(key, node);
        }

        return node;
    }

    /// <summary>Adds an edge, once.</summary>
    internal void Connect(DiagramNode from, DiagramNode to, string label = "", bool isDotted = false)
    {
        if (_added.Add((from, to, label, isDotted)))
        {
            _edges.Add(new DiagramEdge(from, to, label, isDotted));
        }
    }
}
