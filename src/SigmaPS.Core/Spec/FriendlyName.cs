using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec;

/// <summary>The name that Sigma shows for a warehouse name when friendly names are on: ORDER_ID becomes Order Id.</summary>
/// <remarks>The rule of Sigma's own converters; it holds for all 226 names of the known exports (spec sheet, section 11.4).</remarks>
public static class FriendlyName
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "a", "an", "the", "and", "but", "or", "for", "nor", "so", "yet", "at", "by", "in", "of", "on", "to", "up", "as", "into", "via", "per",
    };

    /// <summary>The friendly form of a name.</summary>
    /// <param name="raw">A warehouse name.</param>
    /// <returns>Its friendly form; a friendly form stays as it is.</returns>
    public static string Of(string raw)
    {
        var words = Words(raw);
        var text = new StringBuilder(raw.Length + 8);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i].ToLowerInvariant();
            var small = i > 0 && i < words.Count - 1 && Small.Contains(word);
            text.Append(i > 0 ? " " : "").Append(small ? word : char.ToUpperInvariant(word[0]) + word.Substring(1));
        }

        return text.Length == 0 ? raw : text.ToString();
    }

    private static List<string> Words(string raw)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 0; i <= raw.Length; i++)
        {
            var gap = i == raw.Length || raw[i] is '_' or '-' or '/' || char.IsWhiteSpace(raw[i]);
            if (gap || (i > start && Border(raw, i)))
            {
                if (i > start)
                {
                    words.Add(raw.Substring(start, i - start));
                }

                start = gap ? i + 1 : i;
            }
        }

        return words;
    }

    // Between lower and upper case, before the last capital of an acronym that goes on in lower case, between letters and digits.
    private static bool Border(string raw, int i)
    {
        var before = raw[i - 1];
        var here = raw[i];
        return (char.IsLower(before) && char.IsUpper(here))
            || (char.IsUpper(before) && char.IsUpper(here) && i + 1 < raw.Length && char.IsLower(raw[i + 1]))
            || (char.IsDigit(before) && char.IsLetter(here))
            || (char.IsLetter(before) && char.IsDigit(here));
    }
}
