using System.Collections.Generic;
using System.Globalization;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Reads the strings of one text. Member names repeat in every column, so equal names share one string.</summary>
internal sealed class JsonStringReader(string text)
{
    private readonly string _text = text;
    private readonly Dictionary<int, string> _names = new();
    private StringBuilder? _buffer;

    /// <summary>Reads a string whose opening quote is at <paramref name="at"/>.</summary>
    public string Read(ref int at)
    {
        var start = at + 1;
        var end = Plain(start);
        if (end < _text.Length && _text[end] == '"')
        {
            at = end + 1;
            return _text.Substring(start, end - start);
        }

        return ReadEscaped(start, end, ref at);
    }

    /// <summary>Reads a member's name and returns the shared string for equal characters.</summary>
    public string ReadName(ref int at)
    {
        var start = at + 1;
        var end = Plain(start);
        if (end >= _text.Length || _text[end] != '"')
        {
            return ReadEscaped(start, end, ref at);
        }

        at = end + 1;
        var hash = 17;
        for (var i = start; i < end; i++)
        {
            hash = unchecked((hash * 31) + _text[i]);
        }

        if (
            _names.TryGetValue(hash, out var known)
            && known.Length == end - start
            && string.CompareOrdinal(known, 0, _text, start, known.Length) == 0)
        {
            return known;
        }

        var name = _text.Substring(start, end - start);
        _names[hash] = name;
        return name;
    }

    private int Plain(int from)
    {
        var at = from;
        while (at < _text.Length && _text[at] is not ('"' or '\\' or < ' '))
        {
            at++;
        }

        return at;
    }

    private string ReadEscaped(int start, int firstStop, ref int at)
    {
        var buffer = (_buffer ??= new StringBuilder()).Clear();
        buffer.Append(_text, start, firstStop - start);
        for (var i = firstStop; ;)
        {
            if (i >= _text.Length)
            {
                throw Error("This string has no closing quote", start - 1);
            }

            var c = _text[i];
            if (c == '"')
            {
                at = i + 1;
                return buffer.ToString();
            }

            if (c < ' ')
            {
                throw Error("A string contains a line break or control character; write \\n or \\u00XX", i);
            }

            if (c != '\\')
            {
                var end = Plain(i);
                buffer.Append(_text, i, end - i);
                i = end;
                continue;
            }

            buffer.Append(Escape(ref i));
        }
    }

    private char Escape(ref int i)
    {
        var at = i;
        var c = at + 1 < _text.Length ? _text[at + 1] : '\0';
        i += 2;
        switch (c)
        {
            case '"' or '\\' or '/':
                return c;
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                i += 4;
                return at + 6 <= _text.Length && IsHex(at + 2)
                    ? (char)int.Parse(_text.Substring(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                    : throw Error("\\u must be followed by four hexadecimal digits", at);
            default:
                throw Error("This backslash does not begin a JSON escape; write \\\\ for a backslash", at);
        }
    }

    private bool IsHex(int from)
    {
        for (var i = from; i < from + 4; i++)
        {
            if (_text[i] is not ((>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F')))
            {
                return false;
            }
        }

        return true;
    }

    private JsonSyntaxException Error(string problem, int offset) => new(problem, TextPosition.At(_text, offset));
}
