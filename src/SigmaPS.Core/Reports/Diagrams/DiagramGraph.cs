using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>What a box of a diagram stands for; it decides its shape.</summary>
public enum BoxKind
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
public sealed class DiagramBox
{
    internal DiagramBox(int number, string label, BoxKind kind, string? group)
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
    public BoxKind Kind { get; }

    /// <summary>What it is drawn together with: a page; null for none.</summary>
    public string? Group { get; }
}

/// <summary>A line from what is read to what reads it.</summary>
public sealed class DiagramLine
{
    internal DiagramLine(DiagramBox from, DiagramBox to, string label, bool isDotted)
    {
        From = from;
        To = to;
        Label = label;
        IsDotted = isDotted;
    }

    /// <summary>Where it begins.</summary>
    public DiagramBox From { get; }

    /// <summary>Where it ends.</summary>
    public DiagramBox To { get; }

    /// <summary>What stands at it; empty for nothing.</summary>
    public string Label { get; }

    /// <summary>Whether it is a relationship or a control's filter, and not a source.</summary>
    public bool IsDotted { get; }
}

/// <summary>Boxes and lines; how they are drawn is not its business.</summary>
public sealed class DiagramGraph
{
    private readonly List<DiagramBox> _boxes = new();
    private readonly List<DiagramLine> _lines = new();
    private readonly HashSet<(DiagramBox From, DiagramBox To, string Label, bool IsDotted)> _drawn = new();
    private readonly Dictionary<string, DiagramBox> _byKey = new(StringComparer.Ordinal);

    /// <summary>The boxes, in the order in which they came.</summary>
    public IReadOnlyList<DiagramBox> Boxes => _boxes;

    /// <summary>The lines.</summary>
    public IReadOnlyList<DiagramLine> Lines => _lines;

    /// <summary>The box of a key; it is made when it is met first.</summary>
    internal DiagramBox Box(string key, Func<(string Label, BoxKind Kind, string? Group)> make)
    {
        if (!_byKey.TryGetValue(key, out var box))
        {
            var (label, kind, group) = make();
            box = new DiagramBox(_boxes.Count + 1, label, kind, group);
            _boxes.Add(box);
            _byKey.Add(key, box);
        }

        return box;
    }

    /// <summary>Draws a line, once.</summary>
    internal void Line(DiagramBox from, DiagramBox to, string label = "", bool isDotted = false)
    {
        if (_drawn.Add((from, to, label, isDotted)))
        {
            _lines.Add(new DiagramLine(from, to, label, isDotted));
        }
    }
}
