using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.History;

/// <summary>One published version, or several folded into one, and its differences from the version before.</summary>
/// <param name="DataModelId">The model.</param>
/// <param name="Name">The model's name in that version.</param>
/// <param name="Version">The version; the last one of several.</param>
/// <param name="FirstVersion">The first one of several; else the version itself.</param>
/// <param name="Changes">The differences, in document order.</param>
public sealed record VersionChange(string DataModelId, string Name, long Version, long FirstVersion, IReadOnlyList<SpecChange> Changes)
{
    /// <summary>When it was saved.</summary>
    public DateTimeOffset? SavedAt { get; init; }

    /// <summary>The ID of the member who saved it.</summary>
    public string SavedBy { get; init; } = "";

    /// <summary>Whether Sigma does not give the version before, so that the differences are not known.</summary>
    public bool IsBaseMissing { get; init; }

    internal static VersionChange Of(string id, PublishedVersion saved, long firstVersion, IReadOnlyList<SpecChange> changes) =>
        new(id, saved.Document.Name ?? "", saved.Number, firstVersion, changes) { SavedAt = saved.SavedAt, SavedBy = saved.SavedBy };
}
