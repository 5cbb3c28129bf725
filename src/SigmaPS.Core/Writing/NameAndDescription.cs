using SigmaPS.Core.Files;

namespace SigmaPS.Core.Writing;

/// <summary>The name and the description of a model.</summary>
/// <param name="Name">The name; null without one.</param>
/// <param name="Description">The description; null without one.</param>
public sealed record NameAndDescription(string? Name, string? Description)
{
    /// <summary>The hash of a description that contains a secret value; null for other descriptions.</summary>
    public string? DescriptionHash { get; init; }

    /// <summary>Whether a model has this description.</summary>
    /// <param name="text">The model's description; null without one.</param>
    public bool IsDescribedAs(string? text) => DescriptionHash is { } hash ? Hash(text ?? "") == hash : (text ?? "") == (Description ?? "");

    /// <summary>The hash of a description.</summary>
    /// <param name="text">The description.</param>
    internal static string Hash(string text) => ExportIndex.Hash(text);
}
