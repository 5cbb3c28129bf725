using System;
using System.Collections.Generic;
using System.IO;
using SigmaPS.Core.Spec.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Builds a tree from the scanner's events and rejects features that JSON lacks.</summary>
internal sealed class YamlReader(YamlSource source)
{
    // The scanner visits every open bracket for each token, so nested brackets cost quadratic time. A million values within
    // 50 brackets reach the limit, and they are 2 MB at least.
    private const long MostFlowWork = 50_000_000;

    private readonly YamlSource _source = source;
    private readonly Stack<YamlLevel> _open = new();
    private JsonValue? _root;
    private int _brackets;
    private long _flowWork;

    /// <summary>Reads the one document.</summary>
    public JsonValue Read()
    {
        var scanner = new Scanner(new StringReader(_source.Scanned));
        var parser = new Parser(scanner);
        try
        {
            while (parser.MoveNext())
            {
                Take(parser.Current!);
            }
        }
        catch (Exception e) when (YamlErrors.IsFault(e))
        {
            throw YamlErrors.Explain(e, scanner.CurrentPosition, _source);
        }

        return _root ?? throw _source.Error("The text is empty", _source.Scanned.Length);
    }

    private void Take(ParsingEvent what)
    {
        _flowWork += _brackets;
        if (_flowWork > MostFlowWork)
        {
            throw Error("Deeply nested brackets contain too many values; use indentation instead of brackets", what);
        }

        switch (what)
        {
            case DocumentStart start:
                UnsupportedYaml.Check(start, isFirst: _root is null, _source);
                break;
            case AnchorAlias:
                throw Error("Aliases (*) are not supported; put text that begins with * in quotes", what);
            case Scalar scalar:
                UnsupportedYaml.Check(scalar, _source);
                Take(scalar);
                break;
            case MappingStart mapping:
                Begin(mapping, new JsonObject(At(what)), mapping.Style == MappingStyle.Flow);
                break;
            case SequenceStart sequence:
                Begin(sequence, new JsonArray(At(what)), sequence.Style == SequenceStyle.Flow);
                break;
            case MappingEnd or SequenceEnd:
                _brackets -= _open.Pop().IsFlow ? 1 : 0;
                break;
        }
    }

    private void Begin(NodeEvent what, JsonValue value, bool isFlow)
    {
        UnsupportedYaml.Check(what, _source);
        if (_open.Count > 0 && _open.Peek().IsAtName)
        {
            throw Error($"A key must be text; this one is an {value.Kind}", what);
        }

        if (_open.Count == JsonReader.MaxDepth)
        {
            throw Error($"Values nest deeper than {JsonReader.MaxDepth} levels", what);
        }

        Add(value);
        _brackets += isFlow ? 1 : 0;
        _open.Push(new YamlLevel(value, isFlow));
    }

    private static string Cut(string name) => name.Length > 80 ? name.Substring(0, 80) + "..." : name;

    private void Take(Scalar scalar)
    {
        var text = _source.Restore(scalar.Value, scalar.End.Index, scalar.Style == ScalarStyle.DoubleQuoted);
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var open = _open.Count > 0 ? _open.Peek() : null;
        UnsupportedYaml.CheckColons(scalar, text, open, _source);
        if (open is { IsAtName: true })
        {
            open.Name = isPlain && text.Length == 0 ? throw Error("A name is missing before this ':'", scalar)
                : isPlain && text == "<<" ? throw Error("Merge keys (<<) are not supported; write the members, or put the "
                    + "name in quotes if it is text", scalar)
                : open.Names.Add((JsonObject)open.Value, text) ? text
                : throw Error($"The name \"{Cut(text)}\" is a "
                    + "duplicate in this object", scalar);
            return;
        }

        string? problem = null;
        Add(isPlain ? YamlScalars.Read(text, At(scalar), out problem) : new JsonString(text, At(scalar)));
        if (problem is not null)
        {
            throw Error(problem, scalar);
        }
    }

    private void Add(JsonValue value)
    {
        var open = _open.Count > 0 ? _open.Peek() : null;
        switch (open?.Value)
        {
            case JsonObject o:
                o.Add(open.Name!, value);
                open.Name = null;
                break;
            case JsonArray a:
                a.Add(value);
                break;
            default:
                _root = value;
                break;
        }
    }

    private int At(ParsingEvent what) => _source.Offset(what.Start.Index);

    private JsonSyntaxException Error(string problem, ParsingEvent what) => _source.Error(problem, what.Start.Index);
}
