namespace SigmaPS;

/// <summary>The status of a file in an export.</summary>
public enum ExportStatus
{
    /// <summary>The file was written.</summary>
    Written,

    /// <summary>The file already has this content and was not changed.</summary>
    Unchanged,

    /// <summary>The file was written under a new name, because the model was renamed.</summary>
    Renamed,

    /// <summary>The file has edits, or does not belong to the export; it was not changed.</summary>
    Kept,
}

/// <summary>The format of spec files.</summary>
public enum SpecFileFormat
{
    /// <summary>JSON: two spaces, LF, no byte order mark.</summary>
    Json,

    /// <summary>YAML 1.2, with multi-line SQL and formulas as block text.</summary>
    Yaml,
}

/// <summary>The result of an export for one model.</summary>
public sealed class ExportResult
{
    internal ExportResult(string dataModelId, string path)
    {
        DataModelId = dataModelId;
        Path = path;
    }

    /// <summary>The UUID of the model.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The status of the file.</summary>
    public ExportStatus Status { get; internal set; }

    /// <summary>The version of the file's content.</summary>
    public long Version { get; internal set; }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Shows the path.</summary>
    /// <returns>The path.</returns>
    public override string ToString() => Path;
}
