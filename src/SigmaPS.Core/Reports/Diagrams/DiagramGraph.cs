using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>What a box of a diagram stands for; it decides its shape.</summary>
public enum DiagramNodeKind
{
    /// <summary>A table of a model, or a model.</summary>
    Element,

    /// <summary>A control.</summary>
    Control,

    /// <summary>A table of the warehouse, or a statement over it.</summary>
    Warehouse,

    /// <summary>An element of another model, or a model that is not in the picture.</summary>
    Outside,
}

/// <summary>A box.</summary>
public sealed class DiagramNode
{
    internal DiagramNode(int number, string label, DiagramNodeKind kind, string? group)
    {
        Number = number;
        Label = label;
        Kind = kind;
        Group = group;
    }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; }

    /// <summary>What stands in it.</summary>
    public string Label { get; }

    /// <summary>What it stands for.</summary>
    public DiagramNodeKind Kind { get; }

    /// <summary>What it is drawn together with: a page; null for none.</summary>
    public string? Group { get; }
}

/// <summary>A line from what is read to what reads it.</summary>
public sealed class DiagramEdge
{
    internal DiagramEdge(DiagramNode from, DiagramNode to, string label, bool isDotted)
    {
        From = from;
        To = to;
        Label = label;
        IsDotted = isDotted;
    }

    /// <summary>Where it begins.</summary>
    public DiagramNode From { get; }

    /// <summary>Where it ends.</summary>
    public DiagramNode To { get; }

    /// <summary>What stands at it; empty for nothing.</summary>
    public string Label { get; }

    /// <summary>Whether it is a relationship or a control's filter, and not a source.</summary>
    public bool IsDotted { get; }
}

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
