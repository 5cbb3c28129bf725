using System.Globalization;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Classifies the characters that YAML treats specially.</summary>
internal static class YamlCharacters
{
    /// <summary>Whether a character must be escaped: it is not printable (https://yaml.org/spec/1.2.2/#51-character-set), a line break of
    /// YAML 1.1, or invisible.</summary>
    public static bool NeedsEscape(string text, int at) => text[at] switch
    {
        '\t' or '\n' => false,
        < ' ' or (>= '\u007f' and <= '\u009f') or '\uFFFE' or '\uFFFF' => true,
        var c => IsOldBreakOrMark(c) || IsHalf(text, at),
    };

    /// <summary>U+0085, U+2028, U+2029, and the byte order mark.</summary>
    public static bool IsOldBreakOrMark(char c) => c is '\u0085' or '\u2028' or '\u2029' or '\uFEFF';

    /// <summary>Whether a text cannot contain the character; advances past the first half of a surrogate pair.</summary>
    public static bool IsRefused(string text, ref int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            at++;
            return false;
        }

        return char.IsSurrogate(text[at]) || text[at] is < ' ' and not ('\t' or '\n' or '\r');
    }

    /// <summary>Whether an escape from \uD800 to \uDFFF begins here.</summary>
    public static bool IsSurrogateEscape(string text, int at) =>
        at + 6 <= text.Length && text[at + 1] == 'u' && text[at + 2] is 'd' or 'D' && Hex(text, at + 2, 4) is >= 0xD800 and <= 0xDFFF;

    /// <summary>The value of hexadecimal digits; -1 if they are not hexadecimal.</summary>
    public static int Hex(string text, int at, int length) =>
        int.TryParse(text.Substring(at, length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value) ? value : -1;

    private static bool IsHalf(string text, int i) =>
        char.IsHighSurrogate(text[i])
            ? i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])
            : char.IsLowSurrogate(text[i]) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
}
