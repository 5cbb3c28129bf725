using System.Collections;

namespace SigmaPS;

/// <summary>How a write ended.</summary>
public enum WriteStatus
{
    /// <summary>A new model was made.</summary>
    Created,

    /// <summary>The model was changed.</summary>
    Updated,

    /// <summary>There was nothing to do; nothing was sent.</summary>
    Unchanged,

    /// <summary>Only layout, defaults or page ids differ; nothing was sent.</summary>
    Equivalent,

    /// <summary>A protection stood against it; nothing was sent.</summary>
    Refused,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It is not known whether it was applied.</summary>
    Unknown,

    /// <summary>The model was moved to the trash.</summary>
    Removed,

    /// <summary>The model was brought back from the trash.</summary>
    Restored,
}

/// <summary>What a writing cmdlet did to one model.</summary>
public sealed class WriteResult
{
    internal WriteResult(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>How it ended.</summary>
    public WriteStatus Status { get; internal set; }

    /// <summary>The model that the content was read from, where it is another one than this: a transfer; $null else.</summary>
    public string? TransferredFrom { get; internal set; }

    /// <summary>The version that was live before; $null for a new model.</summary>
    public long? VersionBefore { get; internal set; }

    /// <summary>The version that is live now; $null where it was not read.</summary>
    public long? VersionAfter { get; internal set; }

    /// <summary>What was changed.</summary>
    public SpecChange[] Changes { get; internal set; } = System.Array.Empty<SpecChange>();

    /// <summary>What reading back found that needs a person's eye; the same sentences were given as warnings.</summary>
    public string[] Findings { get; internal set; } = System.Array.Empty<string>();

    /// <summary>The consumers that lose what they read: data models, workbooks and reports.</summary>
    public SigmaUsage[] Consumers { get; internal set; } = System.Array.Empty<SigmaUsage>();

    /// <summary>Old id to new id of things whose id Sigma renewed.</summary>
    public IDictionary IdMap { get; internal set; } = new Hashtable();

    /// <summary>The copy of the model as it was before; $null without -BackupPath.</summary>
    public string? BackupFile { get; internal set; }

    /// <summary>Sigma's name for the request, which its support asks for.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The organisation's id.</summary>
    public string Organization { get; internal set; } = "";

    /// <summary>The spec that is live now; $null where it was not read, or contains a value of an environment variable.</summary>
    public SpecNode? Spec { get; internal set; }

    /// <summary>Shows name and status.</summary>
    /// <returns>For example: Plugs Orders: Updated (version 2 to 3).</returns>
    public override string ToString() => $"{Name}: {Status}";
}
