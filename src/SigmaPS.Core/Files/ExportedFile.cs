using System;
using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Files;

/// <summary>A file where a model's spec may be, and whether an export may replace or delete it: only its own content and the index can prove that.</summary>
internal sealed class ExportedFile
{
    private readonly SpecDocument? _document;
    private readonly IndexEntry? _entry;

    private ExportedFile(string path, SpecDocument? document, bool isEmpty, bool isOwn, IndexEntry? entry) =>
        (Path, _document, IsEmpty, IsOwn, _entry) = (path, document, isEmpty, isOwn, entry);

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>Whether the file has no content that anyone could lose.</summary>
    public bool IsEmpty { get; }

    /// <summary>Whether the file is a spec of the model, which the index or the exact pattern of its name confirms.</summary>
    public bool IsOwn { get; }

    /// <summary>Whether the file is a spec of another model.</summary>
    public bool IsOfAnother(string id) => _document?.DataModelId is { } other && other != id;

    /// <summary>Looks at a file; null where there is none.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="id">The model.</param>
    /// <param name="organization">The organization's ID.</param>
    /// <param name="entry">The model's entry in the index; null where there is none.</param>
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

    /// <summary>The name of a spec's file.</summary>
    public static string NameOf(SpecDocument document, string id, SpecFormat format) =>
        SafeFileName.FromName(document.Name ?? "model") + "." + DataModelId.ToShort(id) + SpecFile.Extension(format);

    /// <summary>Whether the file has the same JSON value, whatever its line ends, byte order mark and layout.</summary>
    public bool Has(JsonValue value) => _document is not null && JsonTree.Same(_document.Root, value);

    /// <summary>Whether nothing would be lost with the file: it is as the index recorded it, or it has the content of the new spec.</summary>
    public bool IsUnedited(SpecDocument next) => IsOwn && (IsRecorded()
        || JsonTree.Same(ExportIndex.Content(_document!.Root, withName: false), ExportIndex.Content(next.Root, withName: false)));

    private bool IsRecorded() => _entry is not null && (_entry.Content.Length > 0
        ? _entry.Content == ExportIndex.ContentFingerprint(_document!)
        : _entry.Pages == ExportIndex.Fingerprint(_document!));

    // A file that cannot be read as a spec is not a file of the export, or it has edits that are not finished.
    private static SpecDocument? Read(string path)
    {
        try
        {
            return SpecFile.Read(path);
        }
        catch (SigmaEngineException e) when (e.Kind == ErrorCode.InvalidSpec)
        {
            return null;
        }
    }
}
