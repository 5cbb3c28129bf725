namespace SigmaPS.Core.Reports;

/// <summary>What a box of a diagram stands for; it decides its shape.</summary>
public enum DiagramNodeKind
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
