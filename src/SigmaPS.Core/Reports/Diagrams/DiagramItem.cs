using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>A column or a metric inside a node, with the items that its formula reads.</summary>
public sealed class DiagramItem(string name, DiagramItemKind kind)
{
    private readonly List<DiagramItem> _items = new();
    private readonly List<DiagramNode> _nodes = new();
    private readonly List<string> _unresolved = new();

    /// <summary>Its display name.</summary>
    public string Name { get; } = name;

    /// <summary>Its kind.</summary>
    public DiagramItemKind Kind { get; } = kind;

    /// <summary>Its ID; empty for a column of a source.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Its formula.</summary>
    public string Formula { get; internal init; } = "";

    /// <summary>Whether it is hidden.</summary>
    public bool IsHidden { get; internal init; }

    /// <summary>The columns and metrics that it reads.</summary>
    public IReadOnlyList<DiagramItem> ReadItems => _items;

    /// <summary>The nodes that it reads without a known column: controls, and sources of unknown columns.</summary>
    public IReadOnlyList<DiagramNode> ReadNodes => _nodes;

    /// <summary>The references that do not resolve.</summary>
    public IReadOnlyList<string> Unresolved => _unresolved;

    /// <summary>Adds an item that it reads, once.</summary>
    internal void Read(DiagramItem item) => AddOnce(_items, item);

    /// <summary>Adds a node that it reads, once.</summary>
    internal void Read(DiagramNode node) => AddOnce(_nodes, node);

    /// <summary>Adds a reference that does not resolve, once.</summary>
    internal void ReadUnresolved(string reference) => AddOnce(_unresolved, reference);

    // A formula has few references, so the lists are short.
    private static void AddOnce<T>(List<T> list, T value)
    {
        if (!list.Contains(value))
        {
            list.Add(value);
        }
    }
}
