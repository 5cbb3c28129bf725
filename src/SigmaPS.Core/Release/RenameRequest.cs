using SigmaPS.Core.Spec.Edit;

namespace SigmaPS.Core.Release;

/// <summary>A rename over all models that read an item.</summary>
/// <param name="DataModel">The model's name, ID or address.</param>
/// <param name="Item">The item and its new name.</param>
public sealed record RenameRequest(string DataModel, ItemRename Item)
{
    /// <summary>Whether the old name stays until its consumers have changed.</summary>
    public bool IsSafe { get; init; }

    /// <summary>The full path of a folder of model files; null for live models.</summary>
    public string? Files { get; init; }

    /// <summary>The rename in a person's words.</summary>
    /// <returns>For example column "Region" of "Orders".</returns>
    public string Describe() => Item.Kind == RenameKind.Element
        ? $"element \"{Item.Element}\""
        : $"{Item.Kind.ToString().ToLowerInvariant()} \"{Item.Item}\" of \"{Item.Element}\"";
}
