using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec;

/// <summary>A name that [WildcardPattern]::Escape may have escaped; it inserts a backtick before each wildcard.</summary>
internal static class EscapedName
{
    private const char Escape = '`';
    private const string Escaped = "*?[]`";

    /// <summary>The names that a text can mean: the text itself first, then the text without its escapes.</summary>
    /// <param name="text">The text that a user gave.</param>
    public static IReadOnlyList<string> Readings(string text)
    {
        var plain = Unescape(text);
        return string.Equals(plain, text, StringComparison.Ordinal) ? new[] { text } : new[] { text, plain };
    }

    private static string Unescape(string text)
    {
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Escape && i + 1 < text.Length && Escaped.IndexOf(text[i + 1]) >= 0)
            {
                i++;
            }

            plain.Append(text[i]);
        }

        return plain.ToString();
    }
}
