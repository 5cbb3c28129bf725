using System;
using System.IO;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Files;

/// <summary>The errors of the file system, with the item that is in the way: the system names it in its own words or not at all.</summary>
internal static class FileErrors
{
    /// <summary>The error of a file that cannot be read.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="e">The system's error.</param>
    public static SigmaEngineException Reading(string path, Exception e) => new(
        ErrorCode.FileFailed,
        e is FileNotFoundException or DirectoryNotFoundException || FileAbove(Path.GetDirectoryName(path)) is not null
            ? $"The file '{path}' does not exist."
            : $"The file '{path}' cannot be read: {e.Message}",
        e)
    {
        Target = path,
    };

    /// <summary>The error of a file that cannot be written into a folder.</summary>
    /// <param name="sentence">What failed, without its end.</param>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="e">The system's error.</param>
    /// <param name="target">The item that the error is about; null for the folder.</param>
    public static SigmaEngineException Writing(string sentence, string folder, Exception e, string? target = null) =>
        new(ErrorCode.FileFailed, $"{sentence}: {Reason(folder, e)}", e) { Target = target ?? folder };

    /// <summary>The error of a path that has to be a folder and is a file.</summary>
    /// <param name="path">The full path.</param>
    public static SigmaEngineException NotAFolder(string path) =>
        new(ErrorCode.FileFailed, $"'{path}' is a file, not a folder. Specify a folder.") { Target = path };

    /// <summary>The error of a path that has to be a file and is a folder.</summary>
    /// <param name="path">The full path.</param>
    public static SigmaEngineException NotAFile(string path) =>
        new(ErrorCode.FileFailed, $"'{path}' is a folder, not a file. Specify a file in it.") { Target = path };

    /// <summary>The error of an exported file that cannot take the place of the file with the model's old name.</summary>
    /// <param name="plan">The planned file.</param>
    /// <param name="e">The system's error.</param>
    public static SigmaEngineException NotReplaced(ExportPlan plan, Exception e) =>
        new(ErrorCode.FileFailed, $"The file '{plan.Path}' could not replace '{plan.OldPath}': {e.Message}", e) { Target = plan.Path };

    /// <summary>The error of a page that cannot be written to either folder.</summary>
    /// <param name="cache">The cache folder; null without one.</param>
    /// <param name="temporary">The temporary folder.</param>
    public static SigmaEngineException NoPageFolder(string? cache, string temporary) => new(
        ErrorCode.FileFailed,
        $"The page cannot be written: neither '{cache}' nor '{temporary}' is writable. "
            + "To write it to another folder, run: ConvertTo-SigmaDiagram -As Html | Set-Content -LiteralPath <file>.")
    {
        Target = temporary,
    };

    /// <summary>The error of a file that a newer version of SigmaPS wrote.</summary>
    /// <param name="code">The error code of the kind of file.</param>
    /// <param name="path">The full path.</param>
    /// <param name="format">The format of the file.</param>
    public static SigmaEngineException NewerFormat(ErrorCode code, string path, long format) => new(
        code,
        $"'{path}' was written by a newer version of SigmaPS: its format is {format}, and this version reads "
            + $"format {StateContent.CurrentFormat}. Update SigmaPS.")
    {
        Target = path,
    };

    private static string Reason(string folder, Exception e) => e switch
    {
        // A path that the system does not accept is not looked at again.
        ArgumentException or NotSupportedException => e.Message,
        _ when FileAbove(folder) is { } file => $"'{file}' is a file, not a folder. Specify a folder.",
        FileNotFoundException or DirectoryNotFoundException => $"the folder '{folder}' cannot be created. Specify another folder.",
        _ => e.Message,
    };

    private static string? FileAbove(string? path)
    {
        while (!string.IsNullOrEmpty(path) && !Directory.Exists(path))
        {
            if (File.Exists(path))
            {
                return path;
            }

            path = Path.GetDirectoryName(path);
        }

        return null;
    }
}
