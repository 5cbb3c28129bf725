using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>A model of the folder, with the content of its file.</summary>
public sealed class ReleaseModel
{
    private ReleaseModel(string path, string file, SpecDocument document, string? sourceId)
    {
        Path = path;
        File = file;
        Name = document.Name!;
        Document = document;
        SourceId = sourceId;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>The path within the folder, with slashes.</summary>
    public string File { get; }

    /// <summary>The model's name.</summary>
    public string Name { get; }

    /// <summary>The ID of the model that the file was exported from. Other files refer to it by this ID. Null if it is unknown.</summary>
    public string? SourceId { get; }

    /// <summary>The content of the file.</summary>
    internal SpecDocument Document { get; }

    /// <summary>The key of its recorded ID: its source, which a new name does not change.</summary>
    internal string Key => SourceId ?? File;

    /// <summary>Makes the model of a file.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="path">The full path of the file.</param>
    /// <param name="document">Its content, with a name.</param>
    /// <param name="sourceId">The model that the file was exported from.</param>
    internal static ReleaseModel Of(string folder, string path, SpecDocument document, string? sourceId) =>
        new(path, Relative(folder, path), document, sourceId);

    /// <summary>A path within the folder, with slashes.</summary>
    internal static string Relative(string folder, string path) =>
        path.Substring(folder.TrimEnd('/', '\\').Length).TrimStart('/', '\\').Replace('\\', '/');
}
