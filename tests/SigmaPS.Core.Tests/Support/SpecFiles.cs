using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Xunit;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Specs that tests walk over, by a name such as "exports/newer-layout.json", "sandbox/unions.json" or "corpus/x.json".</summary>
public static class SpecFiles
{
    /// <summary>The prefix of a real spec.</summary>
    public const string OfCorpus = "corpus/";

    private const string OfSandbox = "sandbox/";

    /// <summary>The repository's own exports: each shows a property of real ones.</summary>
    public static TheoryData<string> Exports => [.. Names("exports/", ExportFolder)];

    /// <summary>The repository's own exports and the sandbox's models.</summary>
    public static TheoryData<string> All => [.. Names("exports/", ExportFolder), .. Names(OfSandbox, SandboxFolder)];

    private static string ExportFolder => Path.Combine(Corpus.Repository()!, "tests", "SigmaPS.Core.Tests", "Resources", "exports");

    private static string SandboxFolder => Path.Combine(Corpus.Repository()!, "src", "SigmaPS.Sandbox", "Models");

    /// <summary>The text of a spec.</summary>
    public static string Text(string name)
    {
        if (name.StartsWith(OfCorpus, StringComparison.Ordinal))
        {
            return Corpus.Text(name[OfCorpus.Length..]);
        }

        var folder = name.StartsWith(OfSandbox, StringComparison.Ordinal) ? SandboxFolder : ExportFolder;
        return File.ReadAllText(Path.Combine(folder, name[(name.IndexOf('/') + 1)..]));
    }

    private static IEnumerable<string> Names(string prefix, string folder) => Directory.EnumerateFiles(folder, "*.json")
        .Select(path => prefix + Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
