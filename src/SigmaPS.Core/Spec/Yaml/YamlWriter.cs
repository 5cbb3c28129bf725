using System.Collections.Generic;
using System.Text;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Writes a tree in block style, one value per line.</summary>
internal sealed class YamlWriter
{
    private const int Step = 2;

    // A longer key needs the prefix '? ' (https://yaml.org/spec/1.2.2/#742-flow-mappings: at most 1024 characters).
    private const int LongestSimpleKey = 1000;

    private readonly StringBuilder _out = new();
    private readonly List<JsonLevel> _open = new();

    /// <summary>Writes the outermost value.</summary>
    public string Write(JsonValue value)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } o:
                Members(o, 0);
                break;
            case JsonArray { Count: > 0 } a:
                Items(a, 0);
                break;
            case JsonString s:
                // At the outermost level, block text has no indentation.
                YamlScalarQuoting.Quoted(_out, s.Value, isKey: false);
                _out.Append('\n');
                break;
            default:
                YamlScalarQuoting.Scalar(_out, value, 0);
                break;
        }

        return _out.ToString();
    }

    // The first line continues the present line, so that a list's dash and its item's first member share a line.
    private void Members(JsonObject o, int indent)
    {
        var names = default(YamlKeySet);
        var before = new JsonObject();
        var level = Enter(o, isObject: true);
        foreach (var member in o)
        {
            level.Name = member.Name;
            if (!names.Add(before, member.Name))
            {
                throw At(new NotRepresentableException("an object has this name twice, and YAML allows it once"));
            }

            if (before.Count > 0)
            {
                _out.Append(' ', indent);
            }

            before.Add(member.Name, member.Value);
            Name(member.Name, indent);
            Member(member.Value, indent);
        }

        Leave();
    }

    private void Name(string name, int indent)
    {
        var start = _out.Length;
        YamlScalarQuoting.Quoted(_out, name, isKey: true);
        if (_out.Length - start > LongestSimpleKey)
        {
            _out.Insert(start, "? ").Append('\n').Append(' ', indent);
        }

        _out.Append(':');
    }

    private void Member(JsonValue value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } o:
                _out.Append('\n').Append(' ', indent + Step);
                Members(o, indent + Step);
                break;
            case JsonArray { Count: > 0 } a:
                _out.Append('\n').Append(' ', indent + Step);
                Items(a, indent + Step);
                break;
            default:
                _out.Append(' ');
                YamlScalarQuoting.Scalar(_out, value, indent + Step);
                break;
        }
    }

    private void Items(JsonArray a, int indent)
    {
        var level = Enter(a, isObject: false);
        for (var i = 0; i < a.Count; i++)
        {
            level.Index = i;
            _out.Append(' ', i == 0 ? 0 : indent).Append("- ");
            Item(a[i], indent + Step);
        }

        Leave();
    }

    private void Item(JsonValue value, int indent)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } o:
                Members(o, indent);
                break;
            case JsonArray { Count: > 0 } a:
                Items(a, indent);
                break;
            default:
                YamlScalarQuoting.Scalar(_out, value, indent);
                break;
        }
    }

    private JsonLevel Enter(JsonValue value, bool isObject)
    {
        var level = new JsonLevel(value, isObject);
        _open.Add(level);
        return level;
    }

    private void Leave() => _open.RemoveAt(_open.Count - 1);

    private NotRepresentableException At(NotRepresentableException e)
    {
        e.PrependAll(_open, level => level.Segment);
        return e;
    }
}
