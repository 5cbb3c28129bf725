using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>The sentences about a name of an environment that is missing or ambiguous in the organization.</summary>
internal static class EnvironmentProblems
{
    private const int MostNamed = 10;

    /// <summary>The name belongs to several items.</summary>
    public static string Several(ReleaseEnvironment environment, LocatedText name, string what, IEnumerable<string> found, string wayOut) =>
        $"{environment.Where(name)}: '{name.Text}' is more than one {what}: {string.Join(", ", found)}; {wayOut}";

    /// <summary>The name does not belong to an item.</summary>
    public static string Missing(ReleaseEnvironment environment, LocatedText name, string what, IEnumerable<string> candidates)
    {
        var existing = candidates.Distinct().OrderBy(candidate => candidate, StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", existing.Take(MostNamed).Select(candidate => $"'{candidate}'"));
        var others = existing.Count == 0 ? "" : $"; there are {shown}{Wording.More(existing.Count, MostNamed)}";
        return $"{environment.Where(name)}: there is no {what} '{name.Text}'{others}";
    }
}
