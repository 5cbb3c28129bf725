namespace SigmaPS;

/// <summary>The result of a write to one model.</summary>
public sealed class WriteResult
{
    internal WriteResult(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of the model.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The status.</summary>
    public WriteStatus Status { get; internal set; }

    /// <summary>The UUID of the model that the content was read from, if it is a different one; else $null.</summary>
    public string? TransferredFrom { get; internal set; }

    /// <summary>The live version before the write; $null for a new model.</summary>
    public long? VersionBefore { get; internal set; }

    /// <summary>The live version after the write; $null if it was not read.</summary>
    public long? VersionAfter { get; internal set; }

    /// <summary>The changes.</summary>
    public ItemList<SpecChange> Changes { get; internal set; } = System.Array.Empty<SpecChange>();

    /// <summary>The findings of the read-back that need a review; each was also written as a warning.</summary>
    public ItemList<string> Findings { get; internal set; } = System.Array.Empty<string>();

    /// <summary>The consumers that lose a column, metric or element that they read: data models, workbooks and reports.</summary>
    public ItemList<SigmaUsage> Consumers { get; internal set; } = System.Array.Empty<SigmaUsage>();

    /// <summary>Old ID to new ID of the items whose ID Sigma reassigned.</summary>
    public IdTable IdMap { get; internal set; } = new IdTable();

    /// <summary>The full path of the backup; $null without -BackupPath.</summary>
    public string? BackupFile { get; internal set; }

    /// <summary>Sigma's ID of the request, which its support asks for.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The organization's ID.</summary>
    public string Organization { get; internal set; } = "";

    /// <summary>The live spec after the write; $null if it was not read, or contains a value of an environment variable.</summary>
    public SpecNode? Spec { get; internal set; }

    /// <summary>Shows name and status.</summary>
    /// <returns>For example: Plugs Orders: Updated (version 2 to 3).</returns>
    public override string ToString() => $"{Name}: {Status}";
}
