namespace SigmaPS;

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
