namespace SigmaPS.Core.Reports;

/// <summary>A line from a source to its reader.</summary>
public sealed class DiagramEdge
{
    internal DiagramEdge(DiagramNode from, DiagramNode to, string label, bool isDotted)
    {
        From = from;
        To = to;
        Label = label;
        IsDotted = isDotted;
    }

    /// <summary>The source.</summary>
    public DiagramNode From { get; }

    /// <summary>The reader.</summary>
    public DiagramNode To { get; }

    /// <summary>The text beside the line; empty for none.</summary>
    public string Label { get; }

    /// <summary>Whether it is a relationship or a control's filter, and not a source.</summary>
    public bool IsDotted { get; }
}
