namespace SigmaPS.Core.Release;

/// <summary>What a plan says of one model, as far as a later look can confirm it.</summary>
public sealed class PlanSnapshotEntry
{
    /// <summary>Makes a fact.</summary>
    /// <param name="name">The model's name.</param>
    /// <param name="file">Its file within the folder; empty for an orphan.</param>
    /// <param name="action">What is done with it.</param>
    /// <param name="dataModelId">The live model; empty for one that is to be made.</param>
    /// <param name="liveVersion">The version that was live.</param>
    /// <param name="hash">The fingerprint of what is to be live.</param>
    public PlanSnapshotEntry(string name, string file, ReleaseAction action, string dataModelId, long? liveVersion, string hash)
    {
        Name = name;
        File = file;
        Action = action;
        DataModelId = dataModelId;
        LiveVersion = liveVersion;
        Hash = hash;
    }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>Its file within the folder.</summary>
    public string File { get; }

    /// <summary>What is done with it.</summary>
    public ReleaseAction Action { get; }

    /// <summary>The live model.</summary>
    public string DataModelId { get; }

    /// <summary>The version that was live.</summary>
    public long? LiveVersion { get; }

    /// <summary>The fingerprint of what is to be live.</summary>
    public string Hash { get; }

    /// <summary>Whether a rehearsal of it found errors.</summary>
    public bool HasFailedRehearsal { get; init; }

    internal string Key => File.Length > 0 ? File : DataModelId;
}
