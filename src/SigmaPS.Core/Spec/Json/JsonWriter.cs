using System.Globalization;
using System.Text;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Writes JSON in one stable form: two spaces, LF, and only the escapes that JSON requires.</summary>
/// <remarks>A lone surrogate is escaped, because UTF-8 cannot encode it.</remarks>
/// <param name="indent">True for files and people; false for requests.</param>
public sealed class JsonWriter(bool indent = true)
{
    private const string Hex = "0123456789abcdef";
    private readonly StringBuilder _out = new();
    private readonly bool _indent = indent;
    private int _depth;
    private bool _first = true;
    private bool _afterName;

    /// <summary>Returns the written text, with a final newline in the indented form.</summary>
    /// <returns>The text.</returns>
    public string Finish() => _indent ? _out.Append('\n').ToString() : _out.ToString();

    /// <summary>Starts an object.</summary>
    public void BeginObject() => Begin('{');

    /// <summary>Ends an object.</summary>
    public void EndObject() => End('}');

    /// <summary>Starts an array.</summary>
    public void BeginArray() => Begin('[');

    /// <summary>Ends an array.</summary>
    public void EndArray() => End(']');

    /// <summary>Writes a member's name.</summary>
    /// <param name="name">The name.</param>
    public void Name(string name)
    {
        Separate();
        Quote(name);
        _out.Append(_indent ? ": " : ":");
        _afterName = true;
    }

    /// <summary>Writes a string.</summary>
    /// <param name="value">The text.</param>
    public void Text(string value)
    {
        Separate();
        Quote(value);
    }

    /// <summary>Starts an object that is a member.</summary>
    /// <param name="name">The member's name.</param>
    public void BeginObject(string name)
    {
        Name(name);
        BeginObject();
    }

    /// <summary>Starts an array that is a member.</summary>
    /// <param name="name">The member's name.</param>
    public void BeginArray(string name)
    {
        Name(name);
        BeginArray();
    }

    /// <summary>Writes a string that is a member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The text.</param>
    public void Text(string name, string value)
    {
        Name(name);
        Text(value);
    }

    /// <summary>Writes an integer that is a member.</summary>
    /// <param name="name">The member's name.</param>
    /// <param name="value">The number.</param>
    public void Number(string name, int value)
    {
        Name(name);
        Raw(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Writes a number, true, false or null unchanged.</summary>
    /// <param name="json">Valid JSON.</param>
    public void Raw(string json)
    {
        Separate();
        _out.Append(json);
    }

    private void Begin(char bracket)
    {
        Separate();
        _out.Append(bracket);
        _depth++;
        _first = true;
    }

    private void End(char bracket)
    {
        _depth--;
        if (!_first)
        {
            NewLine();
        }

        _out.Append(bracket);
        _first = false;
    }

    private void Separate()
    {
        if (_afterName)
        {
            _afterName = false;
            return;
        }

        if (_depth > 0)
        {
            if (!_first)
            {
                _out.Append(',');
            }

            NewLine();
        }

        _first = false;
    }

    private void NewLine()
    {
        if (_indent)
        {
            _out.Append('\n').Append(' ', _depth * 2);
        }
    }

    private void Quote(string value)
    {
        _out.Append('"');
        var plain = 0;
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (c is not ('"' or '\\' or < ' ') && !IsHalf(value, i))
            {
                continue;
            }

            _out.Append(value, plain, i - plain);
            plain = i + 1;
            Escape(c);
        }

        _out.Append(value, plain, value.Length - plain).Append('"');
    }

    private static bool IsHalf(string value, int i) => value[i] switch
    {
        >= '\uD800' and <= '\uDBFF' => i + 1 >= value.Length || !char.IsLowSurrogate(value[i + 1]),
        >= '\uDC00' and <= '\uDFFF' => i == 0 || !char.IsHighSurrogate(value[i - 1]),
        _ => false,
    };

    private void Escape(char c)
    {
        switch (c)
        {
            case '"' or '\\':
                _out.Append('\\').Append(c);
                break;
            case '\n':
                _out.Append("\\n");
                break;
            case '\r':
                _out.Append("\\r");
                break;
            case '\t':
                _out.Append("\\t");
                break;
            case '\b':
                _out.Append("\\b");
                break;
            case '\f':
                _out.Append("\\f");
                break;
            default:
                _out.Append("\\u").Append(Hex[c >> 12]).Append(Hex[(c >> 8) & 15]).Append(Hex[(c >> 4) & 15]).Append(Hex[c & 15]);
                break;
        }
    }
}
