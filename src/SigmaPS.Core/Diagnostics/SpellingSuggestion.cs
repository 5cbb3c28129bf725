using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Finds the word that somebody meant.</summary>
internal static class SpellingSuggestion
{
    private const int LongestWord = 40;

    /// <summary>The known word that differs least, when it differs so little that a slip is likely.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="known">What could have been meant; a few words, never the names of a model.</param>
    /// <returns>The word or null.</returns>
    public static string? To(string word, IEnumerable<string> known)
    {
        string? best = null;
        var least = word.Length <= 4 ? 2 : 3;
        foreach (var candidate in known)
        {
            var distance = string.Equals(word, candidate, StringComparison.OrdinalIgnoreCase) ? 0 : Distance(word, candidate);
            if (distance < least && distance < candidate.Length)
            {
                (best, least) = (candidate, distance);
            }
        }

        return best;
    }

    private static int Distance(string a, string b)
    {
        if (a.Length > LongestWord || b.Length > LongestWord || Math.Abs(a.Length - b.Length) > 3)
        {
            return int.MaxValue;
        }

        var twoAbove = new int[b.Length + 1];
        var above = new int[b.Length + 1];
        var here = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            here[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                here[j] = Math.Min(Math.Min(here[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    // Two letters swapped are one slip.
                    here[j] = Math.Min(here[j], twoAbove[j - 2] + 1);
                }
            }

            (twoAbove, above, here) = (above, here, twoAbove);
        }

        return above[b.Length];
    }
}
