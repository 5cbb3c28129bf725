using System.Globalization;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Reads JSON (RFC 8259, nothing beyond it) and drives a builder; nothing is converted, so nothing is lost.</summary>
public sealed class JsonReader
{
    /// <summary>How deep values may nest; real models stay below 20, and the stack of a worker thread holds this.</summary>
    public const int MaxDepth = 1000;

    private readonly string _text;
    private readonly IObjectBuilder _builder;
    private readonly JsonStringReader _strings;
    private int _at;
    private int _depth;

    private JsonReader(string text, IObjectBuilder builder)
    {
        _text = text;
        _builder = builder;
        _strings = new JsonStringReader(text);
    }

    /// <summary>Reads a whole text.</summary>
    /// <param name="text">The text; a byte order mark at its start is passed over.</param>
    /// <param name="builder">What to build with.</param>
    /// <returns>What the builder made of the outermost value.</returns>
    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    /// <exception cref="NotRepresentableException">The builder cannot hold a value.</exception>
    public static object? Read(string text, IObjectBuilder builder)
    {
        var reader = new JsonReader(text, builder) { _at = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0 };
        reader.SkipWhiteSpace();
        if (reader._at >= text.Length)
        {
            throw reader.Error("The text is empty", reader._at);
        }

        var value = reader.ReadValue();
        reader.SkipWhiteSpace();
        return reader._at < text.Length ? throw reader.Error($"Unexpected {reader.Here()} after the end of the document", reader._at) : value;
    }

    private object? ReadValue()
    {
        var start = _at;
        switch (start < _text.Length ? _text[start] : '\0')
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return _builder.Text(_strings.Read(ref _at), start);
            case 't':
                Word("true");
                return _builder.Boolean(true, start);
            case 'f':
                Word("false");
                return _builder.Boolean(false, start);
            case 'n':
                Word("null");
                return _builder.Null(start);
            case '-' or (>= '0' and <= '9'):
                return _builder.Number(JsonNumbers.Scan(_text, ref _at), start);
            default:
                throw Error($"Expected a value but found {Here()}", start);
        }
    }

    private object ReadObject()
    {
        var value = _builder.BeginObject(_at);
        Enter();
        SkipWhiteSpace();
        if (Take('}'))
        {
            _depth--;
            return value;
        }

        while (true)
        {
            SkipWhiteSpace();
            if (_at >= _text.Length || _text[_at] != '"')
            {
                throw Error($"Expected a name in quotes but found {Here()}", _at);
            }

            var name = _strings.ReadName(ref _at);
            SkipWhiteSpace();
            if (!Take(':'))
            {
                throw Error($"Expected ':' after the name \"{name}\" but found {Here()}", _at);
            }

            SkipWhiteSpace();
            try
            {
                _builder.AddMember(value, name, ReadValue());
            }
            catch (NotRepresentableException e)
            {
                e.Prepend(name);
                throw;
            }

            if (EndsHere('}', "object"))
            {
                return value;
            }
        }
    }

    private object ReadArray()
    {
        var value = _builder.BeginArray(_at);
        Enter();
        SkipWhiteSpace();
        if (Take(']'))
        {
            _depth--;
            return value;
        }

        for (var index = 0; ; index++)
        {
            SkipWhiteSpace();
            try
            {
                _builder.AddItem(value, ReadValue());
            }
            catch (NotRepresentableException e)
            {
                e.Prepend(index.ToString(CultureInfo.InvariantCulture));
                throw;
            }

            if (EndsHere(']', "array"))
            {
                return value;
            }
        }
    }

    private bool EndsHere(char end, string what)
    {
        SkipWhiteSpace();
        if (Take(','))
        {
            return false;
        }

        if (!Take(end))
        {
            throw Error($"Expected ',' or '{end}' in this {what} but found {Here()}", _at);
        }

        _depth--;
        return true;
    }

    private void Enter()
    {
        _at++;
        if (++_depth > MaxDepth)
        {
            throw Error($"Values nest deeper than {MaxDepth} levels", _at - 1);
        }
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
