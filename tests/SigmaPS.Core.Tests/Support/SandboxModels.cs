using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace SigmaPS.Core.Tests.Support;

/// <summary>The sandbox's models in the repository; they contain every kind of content.</summary>
public static class SandboxModels
{
    /// <summary>Name and text of each.</summary>
    public static IReadOnlyList<(string Name, string Text)> All()
    {
        return
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Corpus.Repository()!, "src", "SigmaPS.Sandbox", "Models"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
        ];
    }
}
