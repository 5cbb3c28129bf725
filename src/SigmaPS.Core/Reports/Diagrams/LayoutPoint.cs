using System.Collections.Generic;

namespace SigmaPS.Core.Reports;

/// <summary>A position in a layer: a node, or the passage of a long edge between the nodes of the layer.</summary>
internal sealed class LayoutPoint(int layer, DiagramNode? node)
{
    /// <summary>The layer, from 0 on the left.</summary>
    public int Layer { get; } = layer;

    /// <summary>The node; null for a passage.</summary>
    public DiagramNode? Node { get; } = node;

    /// <summary>The points that are connected with it.</summary>
    public List<LayoutPoint> Neighbors { get; } = new();

    /// <summary>The position in its layer, from 0 at the top to 1.</summary>
    public double Rank { get; set; }

    /// <summary>The center from top to bottom in the drawing.</summary>
    public double Center { get; set; }

    /// <summary>Connects two points.</summary>
    public void Connect(LayoutPoint other)
    {
        Neighbors.Add(other);
        other.Neighbors.Add(this);
    }
}
