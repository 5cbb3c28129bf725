using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Sandbox;

/// <summary>Computes the friendly form of a warehouse name by the rule that matches every export (spec.md section 11, rule 4).</summary>
internal static partial class FriendlyName
{
    private static readonly HashSet<string> SmallWords =
    [
        "a",
        "an",
        "the",
        "and",
        "but",
        "or",
        "for",
        "nor",
        "so",
        "yet",
        "at",
        "by",
        "in",
        "of",
        "on",
        "to",
        "up",
        "as",
        "into",
        "via",
        "per",
    ];

    public static string Of(string name)
    {
        string[] words = Breaks().Replace(name, " ").Split([' ', '\t', '_', '-', '/'], StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Select((word, at) => Cased(word.ToLowerInvariant(), at == 0 || at == words.Length - 1)));
    }

    private static string Cased(string word, bool isOuter) =>
        !isOuter && SmallWords.Contains(word) ? word : char.ToUpperInvariant(word[0]) + word[1..];

    // Split at camel case, at the end of an acronym, and between letters and digits.
    [GeneratedRegex(@"(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})")]
    private static partial Regex Breaks();
}
