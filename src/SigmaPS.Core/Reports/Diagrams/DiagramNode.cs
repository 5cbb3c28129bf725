namespace SigmaPS.Core.Reports;

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
