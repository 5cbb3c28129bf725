using System;
using SigmaPS.Core.Spec.Edit;

namespace SigmaPS.Core.Release;

/// <summary>A rename in a plan file.</summary>
internal sealed record RenameLine
{
    public string? Kind { get; init; }

    public string? DataModel { get; init; }

    public string? Element { get; init; }

    public string? Item { get; init; }

    public string? NewName { get; init; }

    public bool Safe { get; init; }

    /// <summary>The folder of model files, relative to the plan file; null for live models.</summary>
    public string? Files { get; init; }

    /// <summary>The line of a rename.</summary>
    /// <param name="rename">The rename.</param>
    /// <param name="relative">Makes a path relative.</param>
    public static RenameLine FromRequest(RenameRequest rename, Func<string, string> relative) => new()
    {
        Kind = rename.Item.Kind.ToString(),
        DataModel = rename.DataModel,
        Element = rename.Item.Element,
        Item = rename.Item.Item,
        NewName = rename.Item.NewName,
        Safe = rename.IsSafe,
        Files = rename.Files is { } files ? relative(files) : null,
    };

    /// <summary>The rename of this line.</summary>
    /// <param name="kind">The parsed kind.</param>
    /// <param name="absolute">Makes a path absolute.</param>
    public RenameRequest ToRequest(RenameKind kind, Func<string, string> absolute) =>
        new(DataModel ?? "", new ItemRename(kind, Element ?? "", Item ?? "", NewName ?? ""))
        {
            IsSafe = Safe,
            Files = Files is { } files ? absolute(files) : null,
        };
}
