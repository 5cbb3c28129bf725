namespace SigmaPS.Core.Release;

/// <summary>A model in a plan file.</summary>
internal sealed record PlanLine
{
    private const string Failed = "failed";

    public string? Name { get; init; }

    public string? Action { get; init; }

    public string? File { get; init; }

    public string? DataModelId { get; init; }

    public string? Hash { get; init; }

    public long? LiveVersion { get; init; }

    /// <summary>"failed" if a rehearsal found errors.</summary>
    public string? Rehearsal { get; init; }

    /// <summary>The line of a model.</summary>
    /// <param name="entry">The model.</param>
    public static PlanLine FromEntry(PlanSnapshotEntry entry) => new()
    {
        Name = entry.Name,
        Action = entry.Action.ToString(),
        File = entry.File,
        DataModelId = entry.DataModelId,
        Hash = entry.Hash,
        LiveVersion = entry.LiveVersion,
        Rehearsal = entry.HasFailedRehearsal ? Failed : null,
    };

    /// <summary>The model of this line.</summary>
    /// <param name="action">The parsed action.</param>
    public PlanSnapshotEntry ToEntry(ReleaseAction action) =>
        new(Name ?? "", File ?? "", action, DataModelId ?? "", LiveVersion, Hash ?? "")
        {
            HasFailedRehearsal = Rehearsal == Failed,
        };
}
