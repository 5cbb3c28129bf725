using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SigmaPS.Core.Tests.Support;

/// <summary>
/// Real specs beside the repository. They are not part of it; a test that needs them is reported as skipped without them.
/// </summary>
public static class Corpus
{
    /// <summary>Whether the real specs are there.</summary>
    public static bool IsPresent => Folder() is not null;

    /// <summary>The names of all files.</summary>
    public static IReadOnlyList<string> Names =>
        Folder() is { } folder
            ?
            [
                .. Directory
                    .EnumerateFiles(folder, "*.json")
                    .Select(path => Path.GetFileName(path))
                    .OrderBy(name => name, StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Whether a server returned the document. People and converters made the others.</summary>
    public static bool IsExport(string name) =>
        name.StartsWith("gitops-", StringComparison.Ordinal) || name.StartsWith("seed-", StringComparison.Ordinal);

    /// <summary>The text of a file.</summary>
    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder()!, name));

    /// <summary>The repository's folder; null where the tests do not run in one.</summary>
    public static string? Repository()
    {
        var root = Directory.GetParent(typeof(Corpus).Assembly.Location);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "SigmaPS.sln")))
        {
            root = root.Parent;
        }

        return root?.FullName;
    }

    private static string? Folder()
    {
        var folder = Repository() is { } root ? Path.Combine(Path.GetDirectoryName(root)!, "shared", "corpus") : null;
        return Directory.Exists(folder) ? folder : null;
    }
}
