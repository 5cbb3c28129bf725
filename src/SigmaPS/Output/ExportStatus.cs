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
