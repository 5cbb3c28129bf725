using System;
using System.Diagnostics;
using System.Linq;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

/// <summary>Texts made to hurt: each ends soon, in a value or an error with a place.</summary>
public sealed class YamlHostileTests
{
    private static readonly string[] Pieces =
    [
        "a",
        "b: ",
        ": ",
        ":",
        "- ",
        "-",
        "? ",
        "[",
        "]",
        "{",
        "}",
        ",",
        "\"",
        "'",
        "\n",
        "\n  ",
        "\n\t",
        " ",
        "\t",
        "#",
        " # ",
        "|",
        ">",
        "|2-",
        "&a",
        "*a",
        "!",
        "!!str ",
        "%",
        "%YAML 1.2\n",
        "@",
        "`",
        "\\",
        "\\u",
        "\\uD800",
        "\\UFFFFFFFF",
        "\\x",
        "---",
        "\n---\n",
        "\n...\n",
        "<<: ",
        "0x",
        "1.",
        "\r",
        "\r\n",
        "\u2028",
        "\u0085",
        "\uFEFF",
        "\U0001F600",
        "~",
        "null",
    ];

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("[\n")]
    [InlineData("[a: ")]
    public void Depth_beyond_the_limit_is_an_error_with_a_place(string step)
    {
        var e = Assert.Throws<JsonSyntaxException>(() => Timed(Repeat(step, 300_000)));
        Assert.Contains("nest deeper than 500", e.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Depth_up_to_the_limit_is_read_and_written()
    {
        var deep = JsonTree.Parse(Repeat("[{\"a\":", JsonReader.MaxDepth / 2) + "1" + Repeat("}]", JsonReader.MaxDepth / 2));
        Assert.True(Trees.Identical(deep, SpecYaml.Parse(SpecYaml.Write(deep))));
        Assert.True(Trees.Identical(deep, SpecYaml.Parse(Trees.Compact(deep))));
        Assert.Throws<JsonSyntaxException>(() => SpecYaml.Parse(SpecYaml.Write(new JsonArray { deep })));
    }

    [Fact]
    public void Brackets_within_brackets_in_front_of_much_are_refused_before_they_cost_minutes() =>
        Assert.Contains(
            "brackets",
            Assert.Throws<JsonSyntaxException>(() => Timed(Repeat("[", JsonReader.MaxDepth) + Repeat("1,", 5_000_000))).Problem,
            StringComparison.Ordinal);

    [Fact]
    public void Text_beyond_32_MB_is_refused() =>
        Assert.Contains(
            "32 MB",
            Assert.Throws<JsonSyntaxException>(() => Timed(new string('a', SpecYaml.MaxLength + 1))).Problem,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("", "a", "")]
    [InlineData("\"", "a", "\"")]
    [InlineData("", " ", "a")]
    [InlineData("", "\n", "a")]
    [InlineData("", "#\n", "a")]
    [InlineData("", "a ", "")]
    [InlineData("\"", "\\uD800", "\"")]
    [InlineData("", "\u2028", "")]
    [InlineData("", "'", "")]
    [InlineData("a: |\n  ", "x", "\n")]
    public void Very_long_lines_and_many_lines_are_read(string before, string repeated, string after) =>
        Assert.IsAssignableFrom<JsonValue>(Timed(before + Repeat(repeated, 2_000_000) + after));

    [Fact]
    public void Number_of_a_million_digits_is_read_in_base_ten_and_refused_in_another()
    {
        Assert.Equal(1_000_000, ((JsonNumber)Timed(new string('7', 1_000_000))).Text.Length);
        Assert.Contains(
            "base 16",
            Assert.Throws<JsonSyntaxException>(() => Timed("0x" + new string('F', 1_000_000))).Problem,
            StringComparison.Ordinal);
        Assert.IsType<JsonNumber>(SpecYaml.Parse("0x" + new string('F', 900)));
    }

    [Property(MaxTest = 3000)]
    public Property Rubbish_gives_a_value_or_an_error_with_a_place() => Prop.ForAll(
        Gen.Choose(1, 25).SelectMany(count => Gen.Elements(Pieces).ArrayOf(count)).Select(string.Concat).ToArbitrary(),
        text =>
        {
            try
            {
                var value = SpecYaml.Parse(text);
                Assert.True(Trees.Identical(value, SpecYaml.Parse(SpecYaml.Write(value))));
            }
            catch (JsonSyntaxException e)
            {
                Assert.InRange(e.Position.Line, 1, text.Count(c => c == '\n') + 1);
                Assert.NotEmpty(e.Problem);
            }
        });

    // These take seconds, and minutes on a machine that does much else. In a time that grows with the square they take hours.
    private static JsonValue Timed(string text)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            return SpecYaml.Parse(text);
        }
        finally
        {
            Assert.InRange(watch.Elapsed.TotalMinutes, 0, 15);
        }
    }

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
