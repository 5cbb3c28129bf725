using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Spec.Json;

/// <summary>A value, and one of its many texts in JSON.</summary>
public sealed class WrittenJson
{
    internal WrittenJson(JsonValue value, string text)
    {
        Value = value;
        Text = text;
    }

    internal JsonValue Value { get; }

    internal string Text { get; }

    public override string ToString() => Text;
}

/// <summary>Documents as bad as JSON allows: odd keys, double keys, any UTF-16 unit, numbers beyond every type.</summary>
public static class JsonGenerator
{
    private static readonly string[] Keys =
    [
        "",
        "id",
        "name",
        "Count",
        "Length",
        "psobject",
        "GetType",
        "a",
        "A",
        "~/",
        "\u00e9",
        "\"",
        "\\",
        "\n",
        "\U0001F600",
    ];
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "1.10",
        "1E400",
        "-1e-400",
        "12345678901234567890",
        "9007199254740993",
        "0.1",
        "1e+05",
        "1704067200000",
        "3.0",
    ];
    private static readonly string[] Blanks = ["", "", " ", "\n", "\r\n", "\t", "  "];

    private static readonly Gen<char> Unit = Gen.OneOf(
        Gen.Choose(0x20, 0x7e),
        Gen.Choose(0, 0x1f),
        Gen.Choose(0xd7f0, 0xe010),
        Gen.Choose(0, 0xffff),
        Gen.Elements((int)'"', '\\', '/', 0x7f, 0x2028, 0xfeff)).Select(i => (char)i);

    public static Arbitrary<WrittenJson> Json() => Gen.Sized(size => Value(Math.Min(size, 5))).Zip(Gen.Choose(0, int.MaxValue - 1))
        .Select(pair => new WrittenJson(pair.Item1, new Scribe(pair.Item2).Write(pair.Item1))).ToArbitrary();

    private static Gen<string> Characters() =>
        Gen.Choose(0, 12).SelectMany(count => Unit.ArrayOf(count)).Select(units => new string(units));

    private static Gen<JsonValue> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Characters().Select(s => (JsonValue)new JsonString(s)),
            Gen.Elements(Numbers).Select(n => (JsonValue)new JsonNumber(n)),
            Gen.Choose(-100000, 100000)
                .Select(n => (JsonValue)new JsonNumber(n.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            Gen.Elements<JsonValue>(new JsonBoolean(true), new JsonBoolean(false), new JsonNull()));
        if (depth == 0)
        {
            return leaf;
        }

        var key = Gen.OneOf(Gen.Elements(Keys), Characters());
        var array = Gen.Choose(0, 4).SelectMany(n => Value(depth - 1).ArrayOf(n)).Select(items => (JsonValue)ArrayOf(items));
        var o = Gen.Choose(0, 4).SelectMany(n => key.Zip(Value(depth - 1)).ArrayOf(n)).Select(members => (JsonValue)ObjectOf(members));
        return Gen.OneOf(leaf, array, o, o);
    }

    private static JsonArray ArrayOf(JsonValue[] items)
    {
        var array = new JsonArray();
        items.ToList().ForEach(array.Add);
        return array;
    }

    private static JsonObject ObjectOf((string Name, JsonValue Value)[] members)
    {
        var o = new JsonObject();
        members.ToList().ForEach(member => o.Add(member.Name, member.Value));
        return o;
    }

    // A writer of its own, so that the reader is not only ever given what our writer makes.
    private sealed class Scribe(int seed)
    {
        private readonly System.Random _random = new(seed);

        public string Write(JsonValue value) => Blank() + Plain(value) + Blank();

        private string Plain(JsonValue value) =>
            value switch
            {
                JsonObject o => "{"
                    + (o.Count == 0 ? Blank() : string.Join(",", o.Select(m => Blank() + Quote(m.Name) + Blank() + ":" + Write(m.Value))))
                    + "}",
                JsonArray a => "[" + (a.Count == 0 ? Blank() : string.Join(",", a.Select(Write))) + "]",
                JsonString s => Quote(s.Value),
                JsonNumber n => n.Text,
                JsonBoolean b => b.Value ? "true" : "false",
                _ => "null",
            };

        private string Blank() => Blanks[_random.Next(Blanks.Length)];

        private string Quote(string s) => "\"" + string.Concat(s.Select(Character)) + "\"";

        private string Character(char c) =>
            c is '"' or '\\' && _random.Next(2) == 0 ? "\\" + c
            : c == '/' && _random.Next(2) == 0 ? "\\/"
            : c == '\n' && _random.Next(2) == 0 ? "\\n"
            : c is '"' or '\\' or < ' ' || char.IsSurrogate(c) || _random.Next(4) == 0
                ? "\\u" + ((int)c).ToString(_random.Next(2) == 0 ? "x4" : "X4", System.Globalization.CultureInfo.InvariantCulture)
            : c.ToString();
    }
}
