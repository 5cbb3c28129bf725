using System;

namespace SigmaPS;

/// <summary>An element of a live data model, including elements that a spec cannot represent.</summary>
public sealed class DataModelElement
{
    internal DataModelElement(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of its model.</summary>
    public string DataModelId { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The name; $null without one.</summary>
    public string? Name { get; internal set; }

    /// <summary>Sigma's name of the type, for example table.</summary>
    public string? Type { get; internal set; }

    /// <summary>The kind of visualization; $null for other elements.</summary>
    public string? VisualizationType { get; internal set; }

    /// <summary>The names of its columns.</summary>
    public ItemList<string> Columns { get; internal set; } = Array.Empty<string>();

    /// <summary>Sigma's error message; $null if the element works.</summary>
    public string? Error { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => Name ?? ElementId;
}
