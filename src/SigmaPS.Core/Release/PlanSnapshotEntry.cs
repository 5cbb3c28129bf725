namespace SigmaPS.Core.Release;

/// <summary>The facts about one model of a plan that a later look can confirm.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="File">The file within the folder; empty for an orphan.</param>
/// <param name="Action">The planned action.</param>
/// <param name="DataModelId">The live model; empty for a new model.</param>
/// <param name="LiveVersion">The version that was live.</param>
/// <param name="Hash">The fingerprint of the planned content.</param>
public sealed record PlanSnapshotEntry(
    string Name,
    string File,
    ReleaseAction Action,
    string DataModelId,
    long? LiveVersion,
    string Hash)
{
    /// <summary>Whether a rehearsal of the model found errors.</summary>
    public bool HasFailedRehearsal { get; init; }

    internal string Key => File.Length > 0 ? File : DataModelId;
}
