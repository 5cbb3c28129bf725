using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Parses JSON strictly (RFC 8259) and passes the values to a builder unconverted. So a round trip loses no detail.</summary>
public sealed class JsonReader
{
    /// <summary>The maximum nesting of values. Real models stay below 20. Recursive code can handle this many levels with half a megabyte
    /// of stack.</summary>
    public const int MaxDepth = 500;

    private readonly string _text;
    private readonly IObjectBuilder _builder;
    private readonly JsonStringReader _strings;
    private readonly List<JsonLevel> _open = new();
    private int _at;

    private JsonReader(string text, IObjectBuilder builder)
    {
        _text = text;
        _builder = builder;
        _strings = new JsonStringReader(text);
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; a byte order mark at its start is ignored.</param>
    /// <param name="builder">Creates the values.</param>
    /// <returns>The builder's outermost value.</returns>
    /// <exception cref="JsonSyntaxException">The text is not valid JSON.</exception>
    /// <exception cref="NotRepresentableException">The builder cannot represent a value.</exception>
    public static object? Read(string text, IObjectBuilder builder)
    {
        var reader = new JsonReader(text, builder) { _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0 };
        reader.SkipWhiteSpace();
        if (reader._at >= text.Length)
        {
            throw reader.Error("The text is empty", reader._at);
        }

        var value = reader.ReadPlaced();
        reader.SkipWhiteSpace();
        return reader._at < text.Length
            ? throw reader.Error($"Unexpected {reader.Here()} after the end of the document", reader._at)
            : value;
    }

    private object? ReadPlaced()
    {
        try
        {
            return ReadValue();
        }
        catch (NotRepresentableException e)
        {
            e.PrependAll(_open, level => level.Segment);
            throw;
        }
    }

    // Open objects and arrays are in a list and not on the thread's stack, so that no nesting exhausts the stack.
    private object? ReadValue()
    {
        while (true)
        {
            if (!ReadStart(out var value))
            {
                continue;
            }

            while (_open.Count > 0 && TakesLast(value))
            {
                value = Close();
            }

            if (_open.Count == 0)
            {
                return value;
            }
        }
    }

    /// <summary>Reads a scalar or empty value; false if an object or array begins. The reader is then before its first part.</summary>
    private bool ReadStart(out object? value)
    {
        var start = _at;
        value = null;
        switch (start < _text.Length ? _text[start] : '\0')
        {
            case '{':
                return BeginsEmpty(new JsonLevel(_builder.BeginObject(start), isObject: true), '}', out value);
            case '[':
                return BeginsEmpty(new JsonLevel(_builder.BeginArray(start), isObject: false), ']', out value);
            case '"':
                value = _builder.Text(_strings.Read(ref _at), start);
                return true;
            case 't':
                Word("true");
                value = _builder.Boolean(true, start);
                return true;
            case 'f':
                Word("false");
                value = _builder.Boolean(false, start);
                return true;
            case 'n':
                Word("null");
                value = _builder.Null(start);
                return true;
            case '-' or (>= '0' and <= '9'):
                value = _builder.Number(JsonNumbers.Scan(_text, ref _at), start);
                return true;
            default:
                throw Error($"Expected a value but found {Here()}", start);
        }
    }

    private bool BeginsEmpty(JsonLevel level, char end, out object? value)
    {
        if (_open.Count == MaxDepth)
        {
            throw Error($"Values nest deeper than {MaxDepth} levels", _at);
        }

        _at++;
        _open.Add(level);
        SkipWhiteSpace();
        if (Take(end))
        {
            value = Close();
            return true;
        }

        value = null;
        ReadName(level);
        return false;
    }

    /// <summary>Adds a finished value to the innermost open level; true if that level ends, false if another part follows.</summary>
    private bool TakesLast(object? value)
    {
        var level = _open[_open.Count - 1];
        if (level.IsObject)
        {
            _builder.AddMember(level.Value, level.Name!, value);
        }
        else
        {
            _builder.AddItem(level.Value, value);
        }

        var (end, what) = level.IsObject ? ('}', "object") : (']', "array");
        SkipWhiteSpace();
        if (Take(end))
        {
            return true;
        }

        if (!Take(','))
        {
            throw Error($"Expected ',' or '{end}' in this {what} but found {Here()}", _at);
        }

        level.Index++;
        ReadName(level);
        return false;
    }

    private object Close()
    {
        var level = _open[_open.Count - 1];
        _open.RemoveAt(_open.Count - 1);
        return level.Value;
    }

    private void ReadName(JsonLevel level)
    {
        SkipWhiteSpace();
        if (!level.IsObject)
        {
            return;
        }

        if (_at >= _text.Length || _text[_at] != '"')
        {
            throw Error($"Expected a name in quotes but found {Here()}", _at);
        }

        level.Name = _strings.ReadName(ref _at);
        SkipWhiteSpace();
        if (!Take(':'))
        {
            throw Error($"Expected ':' after the name \"{level.Name}\" but found {Here()}", _at);
        }

        SkipWhiteSpace();
    }

    private void Word(string word)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Error($"Expected a value but found {Here()}", _at);
        }

        _at += word.Length;
    }

    private bool Take(char c)
    {
        if (_at >= _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t')
        {
            _at++;
        }
    }

    private string Here()
    {
        if (_at >= _text.Length)
        {
            return "the end of the text";
        }

        var c = _text[_at];
        return c is < ' ' or '\u007f' ? "a control character" : $"'{c}'";
    }

    private JsonSyntaxException Error(string problem, int offset) => new(problem, TextPosition.At(_text, offset));
}
