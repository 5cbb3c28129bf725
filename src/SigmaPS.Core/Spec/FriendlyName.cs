using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec;

/// <summary>Computes the friendly name that Sigma shows for a warehouse name: ORDER_ID becomes Order Id.</summary>
/// <remarks>The rule of Sigma's own converters. It gives all 226 names of the known exports (spec sheet, section 11.4).</remarks>
public static class FriendlyName
{
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
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
    };

    /// <summary>The friendly form of a name.</summary>
    /// <param name="raw">A warehouse name.</param>
    /// <returns>Its friendly form; a friendly form stays unchanged.</returns>
    public static string FromRaw(string raw)
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

    /// <summary>The friendly form of a name in a formula. Formulas that Sigma wrote already contain that form.</summary>
    /// <remarks>Converters split "Phone1", Sigma's skill does not (spec sheet, section 5.1). A text that already looks like a display
    /// name is not changed.</remarks>
    /// <param name="written">A column's name in a formula.</param>
    /// <returns>The name that Sigma shows.</returns>
    internal static string Shown(string written) => LooksShown(written) ? written : FromRaw(written);

    private static bool LooksShown(string name)
    {
        var hasBlank = false;
        var hasLower = false;
        var hasUpper = false;
        for (var i = 0; i < name.Length; i++)
        {
            hasBlank |= char.IsWhiteSpace(name[i]);
            hasLower |= char.IsLower(name[i]);
            hasUpper |= char.IsUpper(name[i]);
            if (name[i] == '_')
            {
                return false;
            }
        }

        return hasLower && hasUpper && (hasBlank || !name.Where((_, i) => i > 0 && IsCaseBorder(name, i)).Any());
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

    // Split between lower and upper case, before the last capital of an acronym before lower case, and between letters and digits.
    private static bool Border(string raw, int i)
    {
        var before = raw[i - 1];
        var here = raw[i];
        return IsCaseBorder(raw, i) || (char.IsDigit(before) && char.IsLetter(here)) || (char.IsLetter(before) && char.IsDigit(here));
    }

    private static bool IsCaseBorder(string raw, int i) => raw[i] is '-' or '/'
        || (char.IsLower(raw[i - 1]) && char.IsUpper(raw[i]))
        || (char.IsUpper(raw[i - 1]) && char.IsUpper(raw[i]) && i + 1 < raw.Length && char.IsLower(raw[i + 1]));
}
