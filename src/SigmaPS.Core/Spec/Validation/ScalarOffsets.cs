using System.Globalization;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Finds the characters of a string's value in the JSON or YAML text that it was read from.</summary>
/// <remarks>The text also contains quotes, escapes, indentation and folded lines. Characters that are not blank keep their number and
/// order, so counting them finds the position in every style.</remarks>
internal sealed class ScalarOffsets
{
    private readonly string _text;
    private readonly int _start;
    private readonly string _value;
    private readonly char _quote;

    public ScalarOffsets(string text, int start, string value)
    {
        _text = text;
        _value = value;
        _quote = start < text.Length ? text[start] : '\0';
        _start = _quote is '"' or '\'' ? start + 1 : _quote is '|' or '>' ? Behind(text, start) : start;
    }

    /// <summary>The position in the text of a character of the value.</summary>
    public int StartOf(int index)
    {
        var at = _start;
        for (var left = CountInk(index); ; left--)
        {
            at = SkipBlanks(at);
            if (left <= 0 || at >= _text.Length)
            {
                break;
            }

            at += Length(at);
        }

        return index < _value.Length && char.IsWhiteSpace(_value[index]) ? EndOf(index) : at;
    }

    /// <summary>The position in the text after the character before an index of the value.</summary>
    public int EndOf(int index)
    {
        if (index > 0 && index < _value.Length && char.IsWhiteSpace(_value[index - 1]) && !char.IsWhiteSpace(_value[index]))
        {
            return StartOf(index);
        }

        var at = _start;
        var end = _start;
        for (var left = CountInk(index); left > 0 && at < _text.Length; left--)
        {
            at = SkipBlanks(at);
            at += at < _text.Length ? Length(at) : 0;
            end = at;
        }

        return end;
    }

    /// <summary>Escapes a text for this string; null if the style cannot contain it.</summary>
    public string? Encode(string text) => _quote switch
    {
        '"' => text.Replace("\\", "\\\\").Replace("\"", "\\\""),
        '\'' => text.Replace("'", "''"),
        '|' or '>' => text,
        _ => text.IndexOfAny(new[] { ':', '#', '"', '\'' }) < 0 ? text : null,
    };

    private int CountInk(int index)
    {
        var count = 0;
        for (var i = 0; i < index && i < _value.Length; i++)
        {
            count += char.IsWhiteSpace(_value[i]) ? 0 : 1;
        }

        return count;
    }

    private int SkipBlanks(int at)
    {
        while (at < _text.Length && IsBlank(at))
        {
            at += Length(at);
        }

        return at;
    }

    private bool IsBlank(int at) => _quote == '"' && _text[at] == '\\'
        ? Escaped(at) is { } c && char.IsWhiteSpace(c)
        : char.IsWhiteSpace(_text[at]);

    // The written length of one character: an escape, a doubled quote, or the character itself.
    private int Length(int at) => _quote switch
    {
        '"' when _text[at] == '\\' => at + 1 >= _text.Length ? 1 : _text[at + 1] switch { 'x' => 4, 'u' => 6, 'U' => 10, _ => 2 },
        '\'' when at + 1 < _text.Length && _text[at] == '\'' && _text[at + 1] == '\'' => 2,
        _ => 1,
    };

    private char Escaped(int at) => at + 1 >= _text.Length ? '\\' : _text[at + 1] switch
    {
        'n' or 'r' or 't' or 'f' or 'v' or 'N' or '_' or 'L' or 'P' or ' ' or '\n' or '\r' => ' ',
        'u' when at + 6 <= _text.Length
            && int.TryParse(_text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) =>
                (char)code,
        _ => 'x',
    };

    private static int Behind(string text, int start)
    {
        var end = text.IndexOf('\n', start);
        return end < 0 ? text.Length : end + 1;
    }
}
