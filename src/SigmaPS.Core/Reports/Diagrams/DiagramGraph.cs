using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>Boxes and lines; how they are drawn is not its business.</summary>
public sealed class DiagramGraph
{
    private readonly List<DiagramNode> _boxes = new();
    private readonly List<DiagramEdge> _lines = new();
    private readonly HashSet<(DiagramNode From, DiagramNode To, string Label, bool IsDotted)> _drawn = new();
    private readonly Dictionary<string, DiagramNode> _byKey = new(StringComparer.Ordinal);

    /// <summary>The boxes, in the order in which they came.</summary>
    public IReadOnlyList<DiagramNode> Boxes => _boxes;

    /// <summary>The lines.</summary>
    public IReadOnlyList<DiagramEdge> Lines => _lines;

    /// <summary>The box of a key; it is made when it is met first.</summary>
    internal DiagramNode Box(string key, Func<(string Label, DiagramNodeKind Kind, string? Group)> make)
    {
        if (!_byKey.TryGetValue(key, out var box))
        {
            var (label, kind, group) = make();
            box = new DiagramNode(_boxes.Count + 1, label, kind, group);
            _boxes.Add(box);
            _byKey.Add(key, box);
        }

        return box;
    }

    /// <summary>Draws a line, once.</summary>
    internal void Line(DiagramNode from, DiagramNode to, string label = "", bool isDotted = false)
    {
        if (_drawn.Add((from, to, label, isDotted)))
        {
            _lines.Add(new DiagramEdge(from, to, label, isDotted));
        }
    }
}
