using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Real representations beside the repository; where they are not, every theory gets one empty name and has nothing to show.</summary>
public static class Corpus
{
    private const string Absent = "";

    public static TheoryData<string> Files => new(Names().DefaultIfEmpty(Absent));

    /// <summary>Documents that a server gave, as against those that people or converters made.</summary>
    public static IReadOnlyList<string> Exports => Names().Where(name => name.StartsWith("gitops-", StringComparison.Ordinal) || name.StartsWith("seed-", StringComparison.Ordinal)).ToList();

    /// <summary>The text of a file; null where the corpus is absent.</summary>
    public static string? Text(string name) => name == Absent ? null : File.ReadAllText(Path.Combine(Folder()!, name));

    private static IEnumerable<string> Names() => Folder() is { } folder
        ? Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileName(path)).OrderBy(name => name, StringComparer.Ordinal)
        : [];

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
