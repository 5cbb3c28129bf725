using System;
using System.Linq;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

public sealed class YamlWriterTests
{
    [Theory]
    [InlineData("{}", "{}\n")]
    [InlineData("[]", "[]\n")]
    [InlineData("null", "null\n")]
    [InlineData("\"a\\nb\"", "\"a\\nb\"\n")]
    [InlineData("{\"z\":1.10,\"a\":true,\"v\":null,\"e\":[],\"o\":{}}", "z: 1.10\na: true\nv: null\ne: []\no: {}\n")]
    [InlineData(
        "{\"a\":[1,[2,[3]],{\"b\":[4],\"c\":{\"d\":-5}},[{}]]}",
        "a:\n  - 1\n  - - 2\n    - - 3\n  - b:\n      - 4\n    c:\n      d: -5\n  - - {}\n")]
    [InlineData("[1E400,-0,12345678901234567890,1e+05]", "- 1E400\n- -0\n- 12345678901234567890\n- 1e+05\n")]
    [InlineData(
        "{\"no\":1,\"1\":2,\"\":3,\"a b\":4,\"a: b\":5,\"a\\nb\":6,\"<<\":7,\"a *b\":8}",
        "\"no\": 1\n\"1\": 2\n\"\": 3\na b: 4\n\"a: b\": 5\n\"a\\nb\": 6\n\"<<\": 7\n\"a *b\": 8\n")]
    public void Tree_is_written(string json, string yaml) => Assert.Equal(yaml, SpecYaml.Write(JsonTree.Parse(json)));

    [Theory]
    [InlineData("no")]
    [InlineData("No")]
    [InlineData("yes")]
    [InlineData("YES")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("N")]
    [InlineData("true")]
    [InlineData("False")]
    [InlineData("null")]
    [InlineData("Null")]
    [InlineData("~")]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.10")]
    [InlineData("2025-11-17")]
    [InlineData("2025-11-17 10:00:00 -5")]
    [InlineData("2025-11-17T10:00:00.5Z")]
    [InlineData("0x1F")]
    [InlineData("0o17")]
    [InlineData("0b11")]
    [InlineData("017")]
    [InlineData("1_000")]
    [InlineData("1e3")]
    [InlineData("1E+3")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("+5")]
    [InlineData("-5")]
    [InlineData(".inf")]
    [InlineData("-.INF")]
    [InlineData(".NaN")]
    [InlineData("12:30:45")]
    [InlineData("190:20:30.15")]
    [InlineData("=")]
    [InlineData("<<")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("-")]
    [InlineData("- a")]
    [InlineData("---")]
    [InlineData("...")]
    [InlineData("? a")]
    [InlineData(": a")]
    [InlineData(":a")]
    [InlineData("a:")]
    [InlineData("a: b")]
    [InlineData("# a")]
    [InlineData("a # b")]
    [InlineData("[Orders/Id]")]
    [InlineData("{a}")]
    [InlineData("]")]
    [InlineData("}")]
    [InlineData(",")]
    [InlineData("&a")]
    [InlineData("*a")]
    [InlineData("!a")]
    [InlineData("|")]
    [InlineData("> a")]
    [InlineData("%a")]
    [InlineData("@a")]
    [InlineData("`a`")]
    [InlineData("'a'")]
    public void Text_that_YAML_takes_for_something_else_is_quoted(string text)
    {
        var yaml = SpecYaml.Write(new JsonObject { { text, new JsonString(text) } });
        Assert.Equal($"\"{text}\": \"{text}\"\n", yaml);
        Reads(text);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("Sum([Orders/Amount]) * 2")]
    [InlineData("If([a] > 1, 2, 3)")]
    [InlineData("2025 Sales")]
    [InlineData("nothing")]
    [InlineData("a:b")]
    [InlineData("a#b")]
    [InlineData("It's \"a\"")]
    [InlineData("If([a] = \"x\", 1)")]
    [InlineData("C:\\x")]
    [InlineData("http://x/y?z=1&a=b")]
    [InlineData("Größe \U0001F600 \u4E2D\u6587")]
    public void Other_text_is_written_without_quotes(string text)
    {
        Assert.Equal($"a: {text}\n", SpecYaml.Write(new JsonObject { { "a", new JsonString(text) } }));
        Reads(text);
    }

    [Theory]
    [InlineData("\"a\"", "'\"a\"'")]
    [InlineData("[a] = \"x\"", "'[a] = \"x\"'")]
    [InlineData("\"It's\" # a", "'\"It''s\" # a'")]
    [InlineData("\\\\x: 1", "'\\\\x: 1'")]
    [InlineData("a\tb", "\"a\\tb\"")]
    [InlineData("\"\t\\", "\"\\\"\\t\\\\\"")]
    [InlineData("\0\b\u001b\u007f\u009f", "\"\\u0000\\u0008\\u001B\\u007F\\u009F\"")]
    [InlineData("a\u0085b\u2028c\u2029d\uFEFFe\uFFFE", "\"a\\u0085b\\u2028c\\u2029d\\uFEFFe\\uFFFE\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("\n", "\"\\n\"")]
    [InlineData("\n \n", "\"\\n \\n\"")]
    [InlineData(" \na", "\" \\na\"")]
    [InlineData("a\n ", "\"a\\n \"")]
    [InlineData("a\n\t\n", "\"a\\n\\t\\n\"")]
    [InlineData("a\nb\u0001", "\"a\\nb\\u0001\"")]
    public void Text_gets_the_quotes_it_needs(string text, string yaml) => Written(text, yaml);

    [Fact]
    public void Half_a_surrogate_pair_is_escaped() => Written("\ud800a\udc00\U0001F600\ud83d", "\"\\uD800a\\uDC00\U0001F600\\uD83D\"");

    [Theory]
    [InlineData("SELECT 1\nFROM t", "|-\n  SELECT 1\n  FROM t")]
    [InlineData("SELECT 1\nFROM t\n", "|\n  SELECT 1\n  FROM t")]
    [InlineData("a\nb\n\n", "|+\n  a\n  b\n")]
    [InlineData("a\n\n\nb", "|-\n  a\n\n\n  b")]
    [InlineData("a\n", "|\n  a")]
    [InlineData(" a\nb", "|2-\n   a\n  b")]
    [InlineData("\ta\nb\n", "|2\n  \ta\n  b")]
    [InlineData("\n\na", "|2-\n\n\n  a")]
    [InlineData("\n  a\n\n", "|2+\n\n    a\n")]
    [InlineData("a\n  \n\tb \nc", "|-\n  a\n    \n  \tb \n  c")]
    [InlineData("# a\n- b\n---\n...\nc: \"d\"", "|-\n  # a\n  - b\n  ---\n  ...\n  c: \"d\"")]
    public void Several_lines_become_a_block(string text, string yaml) => Written(text, yaml);

    [Fact]
    public void Long_key_is_written_so_that_it_can_be_read()
    {
        var tree = new JsonArray
        {
            new JsonObject
            {
                {
                    new string('k', 5000),
                    new JsonObject { { "a", new JsonNumber("1") } }
                },
                { new string('\u0001', 200), new JsonNumber("2") },
            },
        };
        Assert.StartsWith("- ? kkk", SpecYaml.Write(tree), StringComparison.Ordinal);
        Assert.True(Trees.Identical(tree, SpecYaml.Parse(SpecYaml.Write(tree))));
    }

    [Fact]
    public void Duplicate_name_cannot_be_written()
    {
        var e = Assert.Throws<NotRepresentableException>(() => SpecYaml.Write(JsonTree.Parse("{\"a\":[0,{\"b/c\":1,\"b/c\":2}]}")));
        Assert.Equal("/a/1/b~1c", e.Pointer);
        Assert.Throws<NotRepresentableException>(() =>
            SpecYaml.Write(JsonTree.Parse("{" + string.Concat(Enumerable.Range(0, 20).Select(i => $"\"k{i}\":1,")) + "\"k3\":1}")));
    }

    private static void Written(string text, string yaml)
    {
        Assert.Equal($"a: {yaml}\nb: 1\n", SpecYaml.Write(new JsonObject { { "a", new JsonString(text) }, { "b", new JsonNumber("1") } }));
        Reads(text);
    }

    private static void Reads(string text)
    {
        var value = new JsonString(text);
        JsonValue[] places =
        [
            value,
            new JsonArray { value, value },
            new JsonArray
            {
                new JsonArray { value },
                new JsonObject
                {
                    { text, value },
                    {
                        "z",
                        new JsonArray { value }
                    },
                },
            },
        ];
        Assert.All(places, place => Assert.True(Trees.Identical(place, SpecYaml.Parse(SpecYaml.Write(place))), SpecYaml.Write(place)));
    }
}
