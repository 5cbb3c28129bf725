using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Writing;

/// <summary>The content that undoes a change of one model, and the version that it may replace.</summary>
/// <param name="DataModelId">The model.</param>
/// <param name="Document">The content.</param>
/// <param name="Label">The undone change or the restored file, for messages.</param>
public sealed record UndoTarget(string DataModelId, SpecDocument Document, string Label)
{
    /// <summary>The live model that was read to make the content; null if it was not read.</summary>
    public LiveSpec? Live { get; init; }

    /// <summary>The live version that the content was made for; null if the version does not matter.</summary>
    public long? BaseVersion { get; init; }

    /// <summary>The backup that the content comes from; null if it comes from a version.</summary>
    public string? File { get; init; }

    /// <summary>Whether newer versions are overwritten.</summary>
    public bool IgnoreConflict { get; init; }

    /// <summary>Whether the content has the later changes of the live version, and lacks only the change that is undone.</summary>
    public bool IsMerged { get; init; }

    /// <summary>The name to give; null to leave it.</summary>
    public string? Name { get; init; }

    /// <summary>The description to give; null to leave it.</summary>
    public string? Description { get; init; }

    /// <summary>The names after the change. If the live names differ, another person changed them.</summary>
    public NameAndDescription? ResultingNames { get; init; }
}
