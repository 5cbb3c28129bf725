using System;

namespace SigmaPS.Core.Spec;

/// <summary>Finds the ends of a formula's tokens. Each method returns the offset after the token, or -1 if its end is missing.</summary>
internal static class FormulaCharacters
{
    /// <summary>The end of a text: a backslash escapes a character, and a doubled quote does not end the text.</summary>
    public static int EndOfText(string text, int start, char quote)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == quote)
            {
                if (i + 1 >= text.Length || text[i + 1] != quote)
                {
                    return i + 1;
                }

                i++;
            }
        }

        return -1;
    }

    /// <summary>The end of a text in typographic quotes.</summary>
    public static int EndOfCurlyText(string text, int start)
    {
        var end = text.IndexOfAny(text[start] is '“' or '”' ? new[] { '“', '”' } : new[] { '‘', '’' }, start + 1);
        return end < 0 ? -1 : end + 1;
    }

    /// <summary>The end of a reference (spec sheet, section 11.3: a backslash escapes a character).</summary>
    public static int EndOfReference(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == ']')
            {
                return i + 1;
            }
        }

        return -1;
    }

    /// <summary>Whether a bracket after a value opens an index (spec sheet, section 11.9) and not a reference.</summary>
    /// <remarks>An index is a number, a text or a calculation; the name of a column has a letter before anything else.</remarks>
    public static bool IsIndex(string text, int start)
    {
        for (var i = start + 1; i < text.Length; i++)
        {
            switch (text[i])
            {
                case ']':
                    return i > start + 1;
                case '[' or '"' or '\'':
                    return true;
                case (>= '0' and <= '9') or ' ' or '+' or '-' or '*' or '.':
                    break;
                default:
                    return false;
            }
        }

        return false;
    }

    /// <summary>The end of a number with its fraction and exponent.</summary>
    public static int EndOfNumber(string text, int start)
    {
        var end = Digits(text, start);
        if (end + 1 < text.Length && text[end] == '.' && IsDigit(text[end + 1]))
        {
            end = Digits(text, end + 1);
        }

        if (end < text.Length && text[end] is 'e' or 'E')
        {
            var sign = end + 1 < text.Length && text[end + 1] is '+' or '-' ? end + 2 : end + 1;
            var exponent = Digits(text, sign);
            end = exponent > sign ? exponent : end;
        }

        return end;
    }

    /// <summary>The end of a word.</summary>
    public static int EndOfName(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    /// <summary>The end of a token that a closing mark ends.</summary>
    public static int Behind(string text, int start, string mark)
    {
        var at = start > text.Length ? -1 : text.IndexOf(mark, start, StringComparison.Ordinal);
        return at < 0 ? -1 : at + mark.Length;
    }

    private static int Digits(string text, int at)
    {
        while (at < text.Length && IsDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
