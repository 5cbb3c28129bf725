using System.Collections.Generic;

namespace SigmaPS.Sandbox;

/// <summary>An element of a generated model, as documents and later layers use it.</summary>
internal sealed class GeneratedElement(GeneratedNode node)
{
    public GeneratedNode Node { get; } = node;

    public string ModelId => Node.DocumentId;

    public string Id => Node.ElementId;

    public string Name => Node.Name;

    public List<GeneratedNode> Columns { get; } = [];

    /// <summary>Its own metrics and those that it inherits from its source.</summary>
    public List<GeneratedNode> Metrics { get; } = [];

    /// <summary>The elements that its metrics pass through: itself and those along its source.</summary>
    public List<GeneratedNode> Chain { get; } = [node];

    /// <summary>Relationship name and target.</summary>
    public List<(string Name, GeneratedElement Target)> Relationships { get; } = [];
}
