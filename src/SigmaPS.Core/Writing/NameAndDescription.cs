namespace SigmaPS.Core.Writing;

/// <summary>What a model is called, and how it is described.</summary>
public sealed class NameAndDescription
{
    /// <summary>Makes the names.</summary>
    /// <param name="name">The name; null where there is none.</param>
    /// <param name="description">The description; null where there is none.</param>
    public NameAndDescription(string? name, string? description)
    {
        Name = name;
        Description = description;
    }

    /// <summary>The name.</summary>
    public string? Name { get; }

    /// <summary>The description.</summary>
    public string? Description { get; }
}
