using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>
/// Reads YAML bodies (sigma-api.md section 4.3): JSON, which is YAML, and block style of mappings and sequences with plain or quoted scalars on one line.
/// Anchors, tags, folded texts and comments behind values are refused by FormatException.
/// </summary>
internal sealed class YamlReader
{
    private readonly List<(int Indent, string Text)> _lines;
    private int _at;

    private YamlReader(string text) => _lines =
    [
        .. text.Split('\n').Select(l => l.TrimEnd('\r', ' ')).Where(l => l.Length > 0 && l != "---" && !l.TrimStart().StartsWith('#'))
            .Select(l => (l.Length - l.TrimStart(' ').Length, l.TrimStart(' '))),
    ];

    public static JsonNode? Read(string text)
    {
        if (text.TrimStart().StartsWith('{'))
        {
            return SpecText.Parse(text);
        }

        YamlReader reader = new(text);
        JsonNode? value = reader.Block(0);
        return reader._at == reader._lines.Count ? value : throw reader.Broken();
    }

    private JsonNode? Block(int indent)
    {
        if (_at >= _lines.Count || _lines[_at].Indent < indent)
        {
            return null;
        }

        return _lines[_at].Text.StartsWith('-') ? Sequence(_lines[_at].Indent) : Mapping(_lines[_at].Indent);
    }

    private JsonArray Sequence(int indent)
    {
        JsonArray list = [];
        while (_at < _lines.Count && _lines[_at].Indent == indent && _lines[_at].Text.StartsWith('-'))
        {
            string rest = _lines[_at].Text[1..];
            string item = rest.TrimStart(' ');
            if (item.Length > 0 && ColonAt(item) >= 0)
            {
                // "- key: value": the mapping begins on the dash's own line.
                _lines[_at] = (indent + 1 + rest.Length - item.Length, item);
                list.Add(Mapping(_lines[_at].Indent));
            }
            else
            {
                _at++;
                list.Add(item.Length == 0 ? Block(indent + 1) : Scalar(item));
            }
        }

        return list;
    }

    private JsonObject Mapping(int indent)
    {
        JsonObject item = [];
        while (_at < _lines.Count && _lines[_at].Indent == indent && !_lines[_at].Text.StartsWith('-'))
        {
            string line = _lines[_at].Text;
            int colon = ColonAt(line);
            if (colon < 0)
            {
                throw Broken();
            }

            string key = SpecText.Text(Scalar(line[..colon])) ?? line[..colon];
            string value = line[(colon + 1)..].Trim();
            _at++;

            // A sequence may stand as far left as its key.
            bool dashed = value.Length == 0 && _at < _lines.Count && _lines[_at].Indent == indent && _lines[_at].Text.StartsWith('-');
            item[key] = value.Length > 0 ? Scalar(value) : dashed ? Sequence(indent) : Block(indent + 1);
        }

        return item;
    }

    // The colon behind the key: outside quotes, and followed by a blank or nothing.
    private static int ColonAt(string line)
    {
        int from = line[0] is '"' or '\'' ? Math.Max(0, ClosingAt(line)) : 0;
        for (int at = from; at < line.Length; at++)
        {
            if (line[at] == ':' && (at + 1 == line.Length || line[at + 1] == ' '))
            {
                return line[0] is '{' or '[' ? -1 : at;
            }
        }

        return -1;
    }

    private static int ClosingAt(string line)
    {
        for (int at = 1; at < line.Length; at++)
        {
            if (line[at] == '\\' && line[0] == '"')
            {
                at++;
            }
            else if (line[at] == line[0])
            {
                return at;
            }
        }

        return -1;
    }

    private JsonNode? Scalar(string text) => text[0] switch
    {
        '"' or '{' or '[' => SpecText.Parse(text),
        '\'' => JsonValue.Create(text[1..^1].Replace("''", "'", StringComparison.Ordinal)),
        '&' or '*' or '!' or '|' or '>' or '%' or '@' => throw Broken(),
        _ when text is "null" or "~" or "true" or "false" || IsNumber(text) => SpecText.Parse(text == "~" ? "null" : text),
        _ => JsonValue.Create(text),
    };

    private static bool IsNumber(string text) =>
        (char.IsAsciiDigit(text[0]) || text[0] == '-') && text.All(c => char.IsAsciiDigit(c) || c is '-' or '+' or '.' or 'e' or 'E')
        && System.Text.RegularExpressions.Regex.IsMatch(text, @"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?$");

    private FormatException Broken() => new($"YAML line {_at + 1} is not understood.");
}
