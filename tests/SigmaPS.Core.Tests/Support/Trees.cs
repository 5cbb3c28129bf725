using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Short words for trees.</summary>
internal static class Trees
{
    public static JsonObject Object(string json) => (JsonObject)JsonTree.Parse(json);

    public static JsonArray Array(string json) => (JsonArray)JsonTree.Parse(json);

    public static string Compact(JsonValue value) => Written(value, indent: false);

    public static string Indented(JsonValue value) => Written(value, indent: true);

    /// <summary>A tree as objects that a person made: their keys are sorted on the way out.</summary>
    public static JsonValue Made(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var made = new JsonObject { IsMade = true };
                foreach (var member in o)
                {
                    made.Add(member.Name, Made(member.Value));
                }

                return made;
            case JsonArray a:
                var items = new JsonArray();
                foreach (var item in a)
                {
                    items.Add(Made(item));
                }

                return items;
            default:
                return value;
        }
    }

    /// <summary>The same tree with the keys of every object in the opposite order.</summary>
    public static JsonValue Reversed(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var reversed = new JsonObject();
                foreach (var member in o.Reverse())
                {
                    reversed.Add(member.Name, Reversed(member.Value));
                }

                return reversed;
            case JsonArray a:
                var items = new JsonArray();
                foreach (var item in a)
                {
                    items.Add(Reversed(item));
                }

                return items;
            default:
                return value;
        }
    }

    /// <summary>Stricter than <see cref="JsonTree.Same"/>: order of keys and digits of numbers count too.</summary>
    public static bool Identical(JsonValue a, JsonValue b) =>
        (a, b) switch
        {
            (JsonObject x, JsonObject y) => x.Count == y.Count
                && x.Zip(y).All(p => p.First.Name == p.Second.Name && Identical(p.First.Value, p.Second.Value)),
            (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Identical(p.First, p.Second)),
            (JsonString x, JsonString y) => x.Value == y.Value,
            (JsonNumber x, JsonNumber y) => x.Text == y.Text,
            (JsonBoolean x, JsonBoolean y) => x.Value == y.Value,
            _ => a.Kind == b.Kind,
        };

    private static string Written(JsonValue value, bool indent)
    {
        var writer = new JsonWriter(indent);
        JsonTree.Write(writer, value);
        return writer.Finish();
    }
}
