using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Spec.Yaml;

/// <summary>A value without double names, whose text is made of what YAML stumbles over.</summary>
public sealed class YamlTree
{
    internal YamlTree(JsonValue value) => Value = value;

    internal JsonValue Value { get; }

    public override string ToString() => Support.Trees.Compact(Value);
}

/// <summary>Trees that are as bad for YAML as a tree can be.</summary>
public static class YamlGenerator
{
    private static readonly string[] Pieces =
    [
        "a",
        "b c",
        "é",
        "\U0001F600",
        " ",
        "  ",
        "\n",
        "\n\n",
        "\r",
        "\r\n",
        "\t",
        "-",
        "- ",
        "?",
        ":",
        ": ",
        "#",
        " #",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
        "*",
        " *",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "'",
        "\"",
        "\\",
        "\\n",
        "\\uD800",
        "---",
        "...",
        "~",
        "null",
        "no",
        "1",
        ".5",
        "1e3",
        "0x1F",
        "<<",
        "=",
        "\0",
        "\u0001",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\u2028",
        "\u2029",
        "\uFEFF",
        "\uFFFE",
        "\uFFFF",
        "\ud800",
        "\udc00",
        "2025-11-17",
        "12:30",
    ];

    private static readonly string[] Numbers = ["0", "-0", "1.10", "1E400", "-1e-400", "12345678901234567890", "1e+05", "3.0", "-7"];

    public static Arbitrary<YamlTree> Tree() =>
        Gen.Sized(size => Value(Math.Min(size, 5))).Select(value => new YamlTree(value)).ToArbitrary();

    /// <summary>The same tree with each name once.</summary>
    public static JsonValue Single(JsonValue value)
    {
        switch (value)
        {
            case JsonObject o:
                var single = new JsonObject();
                foreach (var member in o)
                {
                    single.Set(member.Name, Single(member.Value));
                }

                return single;
            case JsonArray a:
                var items = new JsonArray();
                a.ToList().ForEach(item => items.Add(Single(item)));
                return items;
            default:
                return value;
        }
    }

    private static Gen<string> Text() => Gen.Choose(0, 8).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat);

    private static Gen<JsonValue> Value(int depth)
    {
        var leaf = Gen.OneOf(
            Text().Select(text => (JsonValue)new JsonString(text)),
            Text().Select(text => (JsonValue)new JsonString(text)),
            Gen.Elements(Numbers).Select(number => (JsonValue)new JsonNumber(number)),
            Gen.Elements<JsonValue>(new JsonBoolean(true), new JsonBoolean(false), new JsonNull()));
        if (depth == 0)
        {
            return leaf;
        }

        var array = Gen.Choose(0, 4).SelectMany(n => Value(depth - 1).ArrayOf(n)).Select(Array);
        var o = Gen.Choose(0, 4).SelectMany(n => Text().Zip(Value(depth - 1)).ArrayOf(n)).Select(Object);
        return Gen.OneOf(leaf, array, o, o);
    }

    private static JsonValue Array(IEnumerable<JsonValue> items)
    {
        var array = new JsonArray();
        items.ToList().ForEach(array.Add);
        return array;
    }

    private static JsonValue Object(IEnumerable<(string Name, JsonValue Value)> members)
    {
        var o = new JsonObject();
        members.ToList().ForEach(member => o.Set(member.Name, member.Value));
        return o;
    }
}
