namespace SigmaPS;

/// <summary>What became of a file in an export.</summary>
public enum ExportStatus
{
    /// <summary>The file was written.</summary>
    Written,

    /// <summary>The file held the same already and was not touched.</summary>
    Unchanged,

    /// <summary>The file was written under a new name, because the model was renamed.</summary>
    Renamed,

    /// <summary>The file has edits, or it is not the export's own; it was not touched.</summary>
    Kept,
}

/// <summary>How specs stand in files.</summary>
public enum SpecFileFormat
{
    /// <summary>JSON: two spaces, LF, no byte order mark.</summary>
    Json,

    /// <summary>YAML 1.2, with multi-line SQL and formulas as block text.</summary>
    Yaml,
}

/// <summary>What an export did for one model.</summary>
public sealed class ExportResult
{
    internal ExportResult(string dataModelId, string path)
    {
        DataModelId = dataModelId;
        Path = path;
    }

    /// <summary>The model.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>What became of the file.</summary>
    public ExportStatus Status { get; internal set; }

    /// <summary>The version that the file shows.</summary>
    public long Version { get; internal set; }

    /// <summary>The file's full path.</summary>
    public string Path { get; }

    /// <summary>Shows the path.</summary>
    /// <returns>The path.</returns>
    public override string ToString() => Path;
}
