namespace SigmaPS.Core.Reports;

/// <summary>A line from a source to its reader.</summary>
public sealed class DiagramEdge(DiagramNode from, DiagramNode to, string label, bool isDotted)
{
    /// <summary>The source.</summary>
    public DiagramNode From { get; } = from;

    /// <summary>The reader.</summary>
    public DiagramNode To { get; } = to;

    /// <summary>The text beside the line; empty for none.</summary>
    public string Label { get; } = label;

    /// <summary>Whether it is a relationship or a control's filter, and not a source.</summary>
    public bool IsDotted { get; } = isDotted;
}
