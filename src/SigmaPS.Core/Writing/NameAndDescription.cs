using SigmaPS.Core.Files;

namespace SigmaPS.Core.Writing;

/// <summary>What a model is called, and how it is described.</summary>
/// <param name="Name">The name; null where there is none.</param>
/// <param name="Description">The description; null where there is none.</param>
public sealed record NameAndDescription(string? Name, string? Description)
{
    /// <summary>The hash of a description that nothing may show; null where it may be shown.</summary>
    public string? DescriptionHash { get; init; }

    /// <summary>Whether a model has this description.</summary>
    /// <param name="text">The model's description; null where there is none.</param>
    public bool IsDescribedAs(string? text) => DescriptionHash is { } hash ? Hash(text ?? "") == hash : (text ?? "") == (Description ?? "");

    /// <summary>The hash of a description.</summary>
    /// <param name="text">The description.</param>
    internal static string Hash(string text) => ExportIndex.Hash(text);
}
