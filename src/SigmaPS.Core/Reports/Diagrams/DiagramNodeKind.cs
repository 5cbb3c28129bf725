namespace SigmaPS.Core.Reports;

/// <summary>The kind of a node; it decides the shape.</summary>
public enum DiagramNodeKind
{
    /// <summary>A table of a model, or a model.</summary>
    Element,

    /// <summary>A control.</summary>
    Control,

    /// <summary>A table of the warehouse, or a statement over it.</summary>
    Warehouse,

    /// <summary>An element of another model, or a model that the diagram does not contain.</summary>
    Outside,
}
