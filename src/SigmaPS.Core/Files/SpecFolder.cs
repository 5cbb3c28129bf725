using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Files;

/// <summary>Finds the spec files of a folder and its subfolders.</summary>
public static class SpecFolder
{
    // The module's own settings files may be in the same folder as the specs.
    private static readonly HashSet<string> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        "sigma.environments.json",
        "sigmaps.rules.json",
        "sigma.environments.schema.json",
        SpecJsonSchema.FileName,
    };

    /// <summary>Returns a file itself, or the spec files of a folder in a stable order, without hidden folders such as .sigma and
    /// .git.</summary>
    /// <param name="path">A full path.</param>
    /// <returns>Full paths.</returns>
    /// <exception cref="SigmaEngineException">The path does not exist, or the folder cannot be read.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        try
        {
            return File.Exists(path) ? new[] { path }
                : Directory.Exists(path) ? Below(path).ToList()
                : throw new SigmaEngineException(ErrorCode.FileFailed, $"The file '{path}' does not exist.") { Target = path };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SigmaEngineException(ErrorCode.FileFailed, $"The folder '{path}' cannot be read: {e.Message}", e) { Target = path };
        }
    }

    /// <summary>Whether files in another folder would count as specs of a folder.</summary>
    /// <param name="folder">The full path of the folder.</param>
    /// <param name="place">The full path of the other folder; it need not exist.</param>
    /// <returns>True if it is inside the folder and no folder on the way is hidden.</returns>
    public static bool Covers(string folder, string place)
    {
        var separators = new[] { Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar };
        var (above, steps) = (
            folder.Split(separators, StringSplitOptions.RemoveEmptyEntries),
            place.Split(separators, StringSplitOptions.RemoveEmptyEntries));
        return steps.Length >= above.Length
            && above.SequenceEqual(steps.Take(above.Length))
            && steps.Skip(above.Length).All(step => step[0] != '.');
    }

    /// <summary>Enumerates the spec files of an existing folder lazily. If links lead to a folder twice or form a cycle, it is read
    /// once.</summary>
    /// <param name="folder">The full path.</param>
    internal static IEnumerable<string> Below(string folder)
    {
        // Read real folders before links to them, so that a file is found under its own path.
        var (seen, links) = (new HashSet<string>(StringComparer.Ordinal), new Queue<(string Path, string Real)>());
        links.Enqueue(
            (folder, RealPath.Of(folder.Length > 1 ? folder.TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar) : folder))
        );
        while (links.Count > 0)
        {
            var (path, real) = links.Dequeue();
            foreach (var file in Below(path, real, seen, links))
            {
                yield return file;
            }
        }
    }

    private static IEnumerable<string> Below(string path, string real, HashSet<string> seen, Queue<(string Path, string Real)> links)
    {
        if (!seen.Add(real))
        {
            yield break;
        }

        foreach (var file in Directory.GetFiles(path).Where(SpecFile.IsSpec).Where(Shown).OrderBy(file => file, StringComparer.Ordinal))
        {
            yield return file;
        }

        foreach (var part in Directory.GetDirectories(path).Where(Shown).OrderBy(part => part, StringComparer.Ordinal))
        {
            var own = Path.Combine(real, Path.GetFileName(part));
            var target = RealPath.Of(own);
            if (target != own)
            {
                links.Enqueue((part, target));
                continue;
            }

            foreach (var file in Below(part, own, seen, links))
            {
                yield return file;
            }
        }
    }

    private static bool Shown(string path) =>
        !Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal) && !Settings.Contains(Path.GetFileName(path));
}
