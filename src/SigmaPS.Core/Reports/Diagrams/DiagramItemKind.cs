namespace SigmaPS.Core.Reports;

/// <summary>The kind of an item inside a node.</summary>
public enum DiagramItemKind
{
    /// <summary>A column of an element.</summary>
    Column,

    /// <summary>A metric of an element.</summary>
    Metric,

    /// <summary>A column that the document reads from a source and does not define.</summary>
    SourceColumn,
}
