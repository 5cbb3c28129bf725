namespace SigmaPS.Core.Files;

/// <summary>The planned export of one model.</summary>
public sealed class ExportPlan(
    string dataModelId,
    string path,
    string? oldPath,
    string text,
    ExportStatus status,
    IndexEntry entry)
{
    /// <summary>The model.</summary>
    public string DataModelId { get; } = dataModelId;

    /// <summary>The full path of its file.</summary>
    public string Path { get; } = path;

    /// <summary>The planned change of the file.</summary>
    public ExportStatus Status { get; } = status;

    /// <summary>The version of the file's content.</summary>
    public long Version => Entry.Version;

    /// <summary>Whether a file on disk would change.</summary>
    public bool Touches => Status is not (ExportStatus.Unchanged or ExportStatus.Kept) || OldPath is not null;

    /// <summary>A file that the index records for the model, but that is not a spec of the model; null if there is none. It stays
    /// unchanged.</summary>
    public string? ForeignFile { get; init; }

    /// <summary>The JSON schema that the file names for editors; null for none.</summary>
    internal string? SchemaPath { get; init; }

    internal string? OldPath { get; } = oldPath;

    internal string Text { get; } = text;

    internal IndexEntry Entry { get; } = entry;
}
