using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Json;

/// <summary>Parses, writes and compares trees of JSON values.</summary>
public static class JsonTree
{
    /// <summary>Parses a text.</summary>
    /// <param name="text">JSON.</param>
    /// <returns>The outermost value.</returns>
    /// <exception cref="JsonSyntaxException">The text is not valid JSON.</exception>
    public static JsonValue Parse(string text) => (JsonValue)JsonReader.Read(text, TreeBuilder.Instance)!;

    /// <summary>Builds what another assembly makes of a tree, without a text in between.</summary>
    /// <param name="value">The tree.</param>
    /// <param name="builder">What to build with.</param>
    /// <returns>What the builder made of the outermost value.</returns>
    /// <exception cref="NotRepresentableException">The builder cannot hold a value.</exception>
    public static object? Build(JsonValue value, IObjectBuilder builder) => new TreeDriver(builder).Build(value);

    /// <summary>Copies a value with all its parts.</summary>
    /// <param name="value">The value.</param>
    public static JsonValue Copy(JsonValue value) => (JsonValue)Build(value, TreeBuilder.Instance)!;

    /// <summary>Returns a value as text.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">True for files and people; false for one line.</param>
    public static string Text(JsonValue value, bool indent = false)
    {
        var writer = new JsonWriter(indent);
        Write(writer, value);
        return writer.Finish();
    }

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    public static void Write(JsonWriter writer, JsonValue value)
    {
        var open = new Stack<IEnumerator<JsonValue>>();
        Begin(writer, value, open);
        while (open.Count > 0)
        {
            if (open.Peek().MoveNext())
            {
                Begin(writer, open.Peek().Current, open);
            }
            else
            {
                open.Pop().Dispose();
            }
        }
    }

    /// <summary>Returns every object in a value at any depth, itself included, in document order.</summary>
    /// <param name="value">The value; null gives no objects.</param>
    /// <returns>The objects.</returns>
    public static IEnumerable<JsonObject> Objects(JsonValue? value)
    {
        var ahead = new Stack<JsonValue?>();
        ahead.Push(value);
        while (ahead.Count > 0)
        {
            var next = ahead.Pop();
            if (next is JsonObject o)
            {
                yield return o;
            }

            foreach (var part in Parts(next).Reverse())
            {
                ahead.Push(part);
            }
        }
    }

    /// <summary>Whether two values are equal as JSON: key order is ignored, item order counts, and 1.10 equals 1.1.</summary>
    /// <param name="a">One value; null if missing.</param>
    /// <param name="b">The other.</param>
    /// <returns>True if they are equal.</returns>
    public static bool Same(JsonValue? a, JsonValue? b)
    {
        var ahead = new Stack<(JsonValue? A, JsonValue? B)>();
        ahead.Push((a, b));
        while (ahead.Count > 0)
        {
            var (x, y) = ahead.Pop();
            if (!SameBut(x, y, ahead))
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<JsonValue> Parts(JsonValue? value) => value switch
    {
        JsonObject o => o.Select(member => member.Value),
        JsonArray items => items,
        _ => Enumerable.Empty<JsonValue>(),
    };

    private static void Begin(JsonWriter writer, JsonValue value, Stack<IEnumerator<JsonValue>> open)
    {
        switch (value)
        {
            case JsonObject o:
                writer.BeginObject();
                open.Push(Members(writer, o).GetEnumerator());
                break;
            case JsonArray a:
                writer.BeginArray();
                open.Push(Items(writer, a).GetEnumerator());
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

    private static IEnumerable<JsonValue> Members(JsonWriter writer, JsonObject o)
    {
        foreach (var member in o)
        {
            writer.Name(member.Name);
            yield return member.Value;
        }

        writer.EndObject();
    }

    private static IEnumerable<JsonValue> Items(JsonWriter writer, JsonArray items)
    {
        foreach (var item in items)
        {
            yield return item;
        }

        writer.EndArray();
    }

    /// <summary>Whether two values are equal apart from their parts, which are compared later.</summary>
    private static bool SameBut(JsonValue? a, JsonValue? b, Stack<(JsonValue? A, JsonValue? B)> ahead) => (a, b) switch
    {
        (null, null) => true,
        (JsonString x, JsonString y) => string.Equals(x.Value, y.Value, StringComparison.Ordinal),
        (JsonNumber x, JsonNumber y) => JsonNumbers.Same(x.Text, y.Text),
        (JsonBoolean x, JsonBoolean y) => x.Value == y.Value,
        (JsonNull, JsonNull) => true,
        (JsonArray x, JsonArray y) => SameItems(x, y, ahead),
        (JsonObject x, JsonObject y) => SameMembers(x, y, ahead),
        _ => false,
    };

    private static bool SameItems(JsonArray a, JsonArray b, Stack<(JsonValue? A, JsonValue? B)> ahead)
    {
        for (var i = 0; a.Count == b.Count && i < a.Count; i++)
        {
            ahead.Push((a[i], b[i]));
        }

        return a.Count == b.Count;
    }

    private static bool SameMembers(JsonObject a, JsonObject b, Stack<(JsonValue? A, JsonValue? B)> ahead)
    {
        if (a.Count != b.Count)
        {
            return false;
        }

        // A duplicate name must have equal values in the same order.
        if (HaveOneOrder(a, b))
        {
            for (var i = 0; i < a.Count; i++)
            {
                ahead.Push((a.At(i).Value, b.At(i).Value));
            }

            return true;
        }

        var (mine, others) = (Sorted(a), Sorted(b));
        for (var i = 0; i < mine.Count; i++)
        {
            if (mine[i].Name != others[i].Name)
            {
                return false;
            }

            ahead.Push((mine[i].Value, others[i].Value));
        }

        return true;
    }

    // Both have as many members.
    private static bool HaveOneOrder(JsonObject a, JsonObject b)
    {
        for (var i = 0; i < a.Count; i++)
        {
            if (a.At(i).Name != b.At(i).Name)
            {
                return false;
            }
        }

        return true;
    }

    private static List<JsonMember> Sorted(JsonObject o) => o.OrderBy(member => member.Name, StringComparer.Ordinal).ToList();

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
