using System;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Files;

/// <summary>A file that may be a model's spec. Its content and the index decide whether an export may replace or delete it.</summary>
internal sealed class ExportedFile
{
    private readonly SpecDocument? _document;
    private readonly IndexEntry? _entry;

    private ExportedFile(string path, SpecDocument? document, bool isEmpty, bool isOwn, IndexEntry? entry) =>
        (Path, _document, IsEmpty, IsOwn, _entry) = (path, document, isEmpty, isOwn, entry);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Whether the file is empty, so that replacing it loses no content.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the file is a spec of the model, as the index or the exact pattern of its name confirms.</summary>
    public bool IsOwn { get; }

    /// <summary>Whether the file is a spec of another model.</summary>
    public bool IsOfAnother(string id) => _document?.DataModelId is { } other && other != id;

    /// <summary>Reads a file; null if it does not exist.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <param name="entry">The model's entry in the index; null if there is none.</param>
    public static ExportedFile? At(string path, string id, string organization, IndexEntry? entry)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var document = Read(path);
        var file = System.IO.Path.GetFileName(path);
        var known = entry is not null && string.Equals(entry.File, file, StringComparison.Ordinal) ? entry : null;
        var isOwn = document is not null
            && (document.DataModelId ?? id) == id
            && (known is null || known.Organization.Length == 0 || known.Organization == organization)
            && (known is not null || file == NameOf(document, id, SpecFile.FormatOf(path)));
        return new ExportedFile(path, document, new FileInfo(path).Length == 0, isOwn, known);
    }

    /// <summary>The file name of a spec.</summary>
    public static string NameOf(SpecDocument document, string id, SpecFormat format) =>
        SafeFileName.FromName(document.Name ?? "model") + "." + DataModelId.ToShort(id) + SpecFile.Extension(format);

    /// <summary>The JSON schema that the file names for editors; null without one.</summary>
    public string? SchemaPath => _document?.SchemaPath;

    /// <summary>Whether the file has the same JSON value; line ends, byte order mark and layout may differ.</summary>
    public bool Has(JsonValue value) => _document is not null && JsonTree.Same(_document.Root, value);

    /// <summary>Whether replacing the file loses no edit: it equals the index's record, or has the content of the new spec.</summary>
    public bool IsUnedited(SpecDocument next) => IsOwn && (IsRecorded()
        || JsonTree.Same(ExportIndex.Content(_document!.Root, withName: false), ExportIndex.Content(next.Root, withName: false)));

    private bool IsRecorded() => _entry is not null && (_entry.Content.Length > 0
        ? _entry.Content == ExportIndex.ContentFingerprint(_document!)
        : _entry.Pages == ExportIndex.Fingerprint(_document!));

    // An unreadable file does not belong to the export, or has unfinished edits.
    private static SpecDocument? Read(string path)
    {
        try
        {
            return SpecFileReader.Read(path);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.InvalidSpec)
        {
            return null;
        }
    }
}
