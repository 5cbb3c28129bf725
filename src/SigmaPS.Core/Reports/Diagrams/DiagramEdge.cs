namespace SigmaPS.Core.Reports;

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
