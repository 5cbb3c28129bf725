using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace SigmaPS.Core.Diagnostics;

/// <summary>A text with its escapes decoded, and the position of each character in the original.</summary>
internal sealed class EscapedText
{
    private const string JsonShort = "\"\\/bfnrt";
    private const string JsonMeaning = "\"\\/\b\f\n\r\t";
    private readonly List<int> _starts = new();
    private readonly List<int> _ends = new();

    private EscapedText(string text) => Text = text;

    /// <summary>The text without its escapes.</summary>
    public string Text { get; private set; }

    /// <summary>Returns the text as it is, and with the escapes of JSON, URLs and HTML decoded up to three times.</summary>
    public static IEnumerable<EscapedText> Views(string text)
    {
        var plain = new EscapedText(text);
        for (var i = 0; i < text.Length; i++)
        {
            plain._starts.Add(i);
            plain._ends.Add(i + 1);
        }

        yield return plain;
        var view = plain;
        for (var depth = 0; depth < 3 && view.Text.IndexOfAny(new[] { '\\', '%', '&' }) >= 0; depth++)
        {
            view = view.Unescaped();
            yield return view;
        }
    }

    /// <summary>The start of a character in the original.</summary>
    public int Start(int at) => _starts[at];

    /// <summary>The end of a character in the original (exclusive).</summary>
    public int End(int at) => _ends[at];

    private EscapedText Unescaped()
    {
        var result = new EscapedText("");
        var text = new StringBuilder(Text.Length);
        for (var i = 0; i < Text.Length;)
        {
            var (character, length) = At(i);
            text.Append(character);
            result._starts.Add(_starts[i]);
            result._ends.Add(_ends[i + length - 1]);
            i += length;
        }

        result.Text = text.ToString();
        return result;
    }

    private (char Character, int Length) At(int i) =>
        Text[i] switch
        {
            '\\' when i + 1 < Text.Length && JsonShort.IndexOf(Text[i + 1]) is var meaning and >= 0 => (JsonMeaning[meaning], 2),
            '\\' when i + 1 < Text.Length && Text[i + 1] is 'u' or 'U' && Number(i + 2, 4, NumberStyles.AllowHexSpecifier) is { } code => (
                (char)code,
                6),
            '%' when Number(i + 1, 2, NumberStyles.AllowHexSpecifier) is { } code && code < 0x80 => ((char)code, 3),
            '&' => Entity(i),
            var other => (other, 1),
        };

    private (char Character, int Length) Entity(int i)
    {
        var end = Text.IndexOf(';', i);
        if (end < 0 || end - i > 9)
        {
            return ('&', 1);
        }

        var name = Text.Substring(i + 1, end - i - 1);
        int? code = name switch
        {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ when name.Length > 2 && name[0] == '#' && name[1] is 'x' or 'X' => Number(
                i + 3,
                name.Length - 2,
                NumberStyles.AllowHexSpecifier),
            _ when name.Length > 1 && name[0] == '#' => Number(i + 2, name.Length - 1, NumberStyles.None),
            _ => null,
        };
        return code is > 0 and <= char.MaxValue ? ((char)code, end - i + 1) : ('&', 1);
    }

    private int? Number(int start, int length, NumberStyles style) =>
        start + length <= Text.Length && int.TryParse(Text.Substring(start, length), style, CultureInfo.InvariantCulture, out var code)
            ? code
            : null;
}
