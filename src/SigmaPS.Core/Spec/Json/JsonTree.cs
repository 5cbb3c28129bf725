using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Text to tree, tree to text, and whether two trees are the same JSON value.</summary>
public static class JsonTree
{
    /// <summary>Reads a text.</summary>
    /// <param name="text">JSON.</param>
    /// <returns>The outermost value.</returns>
    /// <exception cref="JsonSyntaxException">The text is no JSON.</exception>
    public static JsonValue Parse(string text) => (JsonValue)JsonReader.Read(text, TreeBuilder.Instance)!;

    /// <summary>Writes a value.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="value">The value.</param>
    public static void Write(JsonWriter writer, JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                writer.BeginObject();
                foreach (var member in o)
                {
                    writer.Name(member.Name);
                    Write(writer, member.Value);
                }

                writer.EndObject();
                break;
            case JsonArray a:
                writer.BeginArray();
                foreach (var item in a)
                {
                    Write(writer, item);
                }

                writer.EndArray();
                break;
            case JsonString s:
                writer.Text(s.Value);
                break;
            case JsonNumber n:
                writer.Raw(n.Text);
                break;
            case JsonBoolean b:
                writer.Raw(b.Value ? "true" : "false");
                break;
            default:
                writer.Raw("null");
                break;
        }
    }

    /// <summary>Every object of a value, itself and those of every depth below it, in document order.</summary>
    /// <param name="value">The value; null has none.</param>
    /// <returns>The objects.</returns>
    public static IEnumerable<JsonObject> Objects(JsonValue? value) => value switch
    {
        JsonObject o => new[] { o }.Concat(o.SelectMany(member => Objects(member.Value))),
        JsonArray items => items.SelectMany(Objects),
        _ => Enumerable.Empty<JsonObject>(),
    };

    /// <summary>Whether two values are the same JSON value: the order of keys does not count, the order of items does, 1.10 is 1.1.</summary>
    /// <param name="a">One value, or null for a missing one.</param>
    /// <param name="b">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool Same(JsonValue? a, JsonValue? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonString x, JsonString y) => string.Equals(x.Value, y.Value, StringComparison.Ordinal),
        (JsonNumber x, JsonNumber y) => JsonNumbers.Same(x.Text, y.Text),
        (JsonBoolean x, JsonBoolean y) => x.Value == y.Value,
        (JsonNull, JsonNull) => true,
        (JsonArray x, JsonArray y) => SameItems(x, y),
        (JsonObject x, JsonObject y) => SameMembers(x, y),
        _ => false,
    };

    private static bool SameItems(JsonArray a, JsonArray b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        for (var i = 0; i < a.Count; i++)
        {
            if (!Same(a[i], b[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool SameMembers(JsonObject a, JsonObject b)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        var others = new Dictionary<string, JsonValue>(b.Count, StringComparer.Ordinal);
        foreach (var member in b)
        {
            others[member.Name] = member.Value;
        }

        if (others.Count < b.Count)
        {
            return SameTwice(a, b);
        }

        foreach (var member in a)
        {
            if (!others.TryGetValue(member.Name, out var other) || !Same(member.Value, other))
            {
                return false;
            }

            // What is matched is gone, so that a name that stands twice in one alone is a difference.
            others.Remove(member.Name);
        }

        return true;
    }

    // A name stands twice: its values have to be the same ones in the same order.
    private static bool SameTwice(JsonObject a, JsonObject b)
    {
        var others = b.OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
        return a.OrderBy(member => member.Name, StringComparer.Ordinal)
            .Select((member, i) => member.Name == others[i].Name && Same(member.Value, others[i].Value)).All(same => same);
    }

    private sealed class TreeBuilder : IObjectBuilder
    {
        public static readonly TreeBuilder Instance = new();

        public object BeginObject(int offset) => new JsonObject(offset);

        public void AddMember(object owner, string name, object? value) => ((JsonObject)owner).Add(name, (JsonValue)value!);

        public object BeginArray(int offset) => new JsonArray(offset);

        public void AddItem(object owner, object? value) => ((JsonArray)owner).Add((JsonValue)value!);

        public object Text(string value, int offset) => new JsonString(value, offset);

        public object Number(string text, int offset) => new JsonNumber(text, offset);

        public object Boolean(bool value, int offset) => new JsonBoolean(value, offset);

        public object Null(int offset) => new JsonNull(offset);
    }
}
