using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Ends a not-found message with the existing names, so that the user can correct the name.</summary>
public static class ExistingNames
{
    private const int MostNamed = 10;

    /// <summary>Lists the existing names: near misses first, ten at most, with the count.</summary>
    /// <param name="sought">The name that was not found.</param>
    /// <param name="existing">The names that exist.</param>
    /// <param name="what">The kind of the items, in the plural: models.</param>
    /// <returns>A sentence.</returns>
    public static string Describe(string sought, IEnumerable<string> existing, string what)
    {
        var all = existing
            .Where(name => name.Length > 0)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        if (all.Count == 0)
        {
            return $"There are no {what}.";
        }

        var word = sought.Trim('*', '?').ToUpperInvariant();
        var near = all.Where(name => IsNear(word, name.ToUpperInvariant())).ToList();
        var first = near.Concat(all.Except(near)).Take(MostNamed).Select(name => $"'{name}'");
        var meant = near.Count > 0 ? $"Did you mean '{near[0]}'? " : "";
        return $"{meant}Existing {what} ({all.Count}): {string.Join(", ", first)}{Wording.More(all.Count, MostNamed)}.";
    }

    private static bool IsNear(string word, string name) => word.Length > 0
        && (SpellingSuggestion.To(word, new[] { name }) is not null || (word.Length > 2 && name.Contains(word)));
}
