using System;
using System.Text;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Writes text on one line: plain if every reader reads it as text, else in quotes.</summary>
internal static class YamlScalarQuoting
{
    private const string Hex = "0123456789ABCDEF";

    // Words that a schema of YAML 1.1 or 1.2 does not read as text, in any case (https://yaml.org/type/bool.html, null.html, merge.html,
    // value.html).
    private static readonly string[] Words = { "", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "=", "<<" };

    /// <summary>Writes a scalar or empty value and ends its line.</summary>
    public static void Scalar(StringBuilder to, JsonValue value, int indent)
    {
        switch (value)
        {
            case JsonString s when YamlBlockText.CanHold(s.Value):
                YamlBlockText.Write(to, s.Value, indent);
                return;
            case JsonString s:
                Quoted(to, s.Value, isKey: false);
                break;
            default:
                to.Append(
                    value is JsonNumber n ? n.Text
                    : value is JsonBoolean b ? (b.Value ? "true" : "false")
                    : value is JsonObject ? "{}"
                    : value is JsonArray ? "[]"
                    : "null");
                break;
        }

        to.Append('\n');
    }

    /// <summary>Writes a text in the simplest style that preserves it.</summary>
    public static void Quoted(StringBuilder to, string text, bool isKey)
    {
        var hasMarks = false;
        var hasEscapes = false;
        for (var i = 0; i < text.Length; i++)
        {
            hasMarks |= text[i] is '"' or '\\';
            hasEscapes |= text[i] is '\t' or '\n' || YamlCharacters.NeedsEscape(text, i);
        }

        if (hasEscapes || (!hasMarks && !IsPlain(text, isKey)))
        {
            Double(to, text);
        }
        else if (IsPlain(text, isKey))
        {
            to.Append(text);
        }
        else
        {
            // Formulas contain many double quotes, which single quotes leave unescaped.
            to.Append('\'').Append(text.Replace("'", "''")).Append('\'');
        }
    }

    private static bool IsPlain(string text, bool isKey)
    {
        if (
            Array.Exists(Words, word => string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
            || text[0] is ' '
            || text[text.Length - 1] is ' ' or ':')
        {
            return false;
        }

        if ("-?:,[]{}#&*!|>'\"%@`".IndexOf(text[0]) >= 0 || text.StartsWith("...", StringComparison.Ordinal) || LooksLikeNumber(text))
        {
            return false;
        }

        // The scanner parses a * in a key as an alias.
        return text.IndexOf(": ", StringComparison.Ordinal) < 0
            && text.IndexOf(" #", StringComparison.Ordinal) < 0
            && !(isKey && text.IndexOf('*') >= 0);
    }

    // Broader than any schema: numbers in all bases and notations, times, dates, infinities (https://yaml.org/type/timestamp.html,
    // int.html, float.html).
    private static bool LooksLikeNumber(string text)
    {
        if (text[0] is not ((>= '0' and <= '9') or '+' or '-' or '.'))
        {
            return false;
        }

        foreach (var c in text)
        {
            if ("0123456789abcdefABCDEF_.:,+-xXoOtTzZiInN ".IndexOf(c) < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Double(StringBuilder to, string text)
    {
        to.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\\')
            {
                to.Append('\\').Append(c);
            }
            else if (c is '\n' or '\t' or '\r')
            {
                to.Append('\\').Append(c == '\n' ? 'n' : c == '\t' ? 't' : 'r');
            }
            else if (YamlCharacters.NeedsEscape(text, i))
            {
                to.Append("\\u").Append(Hex[c >> 12]).Append(Hex[(c >> 8) & 15]).Append(Hex[(c >> 4) & 15]).Append(Hex[c & 15]);
            }
            else
            {
                to.Append(c);
            }
        }

        to.Append('"');
    }
}
