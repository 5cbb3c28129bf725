using System;

namespace SigmaPS;

/// <summary>An element of a live data model, also where no spec shows it.</summary>
public sealed class DataModelElement
{
    internal DataModelElement(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model it belongs to.</summary>
    public string DataModelId { get; }

    /// <summary>The id.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The name; $null without one.</summary>
    public string? Name { get; internal set; }

    /// <summary>The type in Sigma's word, for example table.</summary>
    public string? Type { get; internal set; }

    /// <summary>The kind of visualisation; $null for what is none.</summary>
    public string? VisualizationType { get; internal set; }

    /// <summary>The names of its columns.</summary>
    public string[] Columns { get; internal set; } = Array.Empty<string>();

    /// <summary>What Sigma says is wrong with it; $null when nothing is.</summary>
    public string? Error { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => Name ?? ElementId;
}
