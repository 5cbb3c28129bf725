using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>A node of a diagram: an element, a source, a model or a document.</summary>
public sealed class DiagramNode(string label, DiagramNodeKind kind)
{
    private readonly List<DiagramItem> _items = new();
    private readonly Dictionary<string, DiagramItem> _byName = new(StringComparer.Ordinal);

    /// <summary>Its number in the diagram, from 1.</summary>
    public int Number { get; internal set; }

    /// <summary>Its name.</summary>
    public string Label { get; } = label;

    /// <summary>Its kind.</summary>
    public DiagramNodeKind Kind { get; } = kind;

    /// <summary>The page that contains it; null for none.</summary>
    public string? Group { get; internal init; }

    /// <summary>The ID of that page.</summary>
    public string GroupId { get; internal init; } = "";

    /// <summary>The heading in the outline for a node without a page.</summary>
    public string Section { get; internal init; } = "";

    /// <summary>Its ID; empty if it has none.</summary>
    public string Id { get; internal init; } = "";

    /// <summary>Its kind in Sigma's words, for example pivot-table.</summary>
    public string Note { get; internal init; } = "";

    /// <summary>The statement of a source that is SQL; empty for others.</summary>
    public string Text { get; internal init; } = "";

    /// <summary>Its columns and metrics; empty unless the diagram was drawn with them.</summary>
    public IReadOnlyList<DiagramItem> Items => _items;

    /// <summary>Adds a column or a metric.</summary>
    internal DiagramItem Add(DiagramItem item)
    {
        _items.Add(item);
        return item;
    }

    /// <summary>The column of a source outside the document. It is known by its name alone.</summary>
    internal DiagramItem ColumnNamed(string name)
    {
        if (!_byName.TryGetValue(name, out var item))
        {
            _byName.Add(name, item = Add(new DiagramItem(name, DiagramItemKind.SourceColumn)));
        }

        return item;
    }
}
