using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Yaml;

public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("Null", "null")]
    [InlineData("NULL", "null")]
    [InlineData("~", "null")]
    [InlineData("", "null")]
    [InlineData("true", "true")]
    [InlineData("True", "true")]
    [InlineData("TRUE", "true")]
    [InlineData("false", "false")]
    [InlineData("False", "false")]
    [InlineData("FALSE", "false")]
    public void Words_of_the_core_schema_are_read(string yaml, string json) => Reads(yaml, json);

    [Theory]
    [InlineData("0", "0")]
    [InlineData("-0", "-0")]
    [InlineData("1.10", "1.10")]
    [InlineData("3.0", "3.0")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("1e3", "1e3")]
    [InlineData("1E+05", "1E+05")]
    [InlineData("-1e-400", "-1e-400")]
    [InlineData("0.10000000000000000000000000001", "0.10000000000000000000000000001")]
    [InlineData("0x1F", "31")]
    [InlineData("0xffffffffffffffffffff", "1208925819614629174706175")]
    [InlineData("0x00", "0")]
    [InlineData("0o17", "15")]
    [InlineData("1.", "1")]
    [InlineData("1.e3", "1e3")]
    [InlineData(".5", "0.5")]
    [InlineData("-.5", "-0.5")]
    [InlineData("+.5e1", "0.5e1")]
    [InlineData("+5", "5")]
    [InlineData("+1.50", "1.50")]
    [InlineData("007", "7")]
    [InlineData("-007.10", "-7.10")]
    [InlineData("00", "0")]
    public void Number_keeps_its_digits_and_becomes_one_of_JSON(string yaml, string json) => Reads(yaml, json);

    [Theory]
    [InlineData("no")]
    [InlineData("yes")]
    [InlineData("on")]
    [InlineData("off")]
    [InlineData("y")]
    [InlineData("tRUE")]
    [InlineData("nUll")]
    [InlineData("2025-11-17")]
    [InlineData("2025-11-17T10:00:00Z")]
    [InlineData("12:30:45")]
    [InlineData("1_000")]
    [InlineData("1,000")]
    [InlineData("0b101")]
    [InlineData("-0x1F")]
    [InlineData("+0o17")]
    [InlineData("0x")]
    [InlineData("0xG")]
    [InlineData("0o8")]
    [InlineData("0X1F")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1.2.3")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("+")]
    [InlineData("+.")]
    [InlineData(".e3")]
    [InlineData("inf")]
    [InlineData("NaN")]
    [InlineData("=")]
    [InlineData("<<")]
    [InlineData("http://x:1/y#z")]
    [InlineData("It's")]
    [InlineData("Sum([Orders/Amount]) * 2")]
    public void Everything_else_is_text(string yaml)
    {
        Assert.Equal(yaml, Assert.IsType<JsonString>(SpecYaml.Parse(yaml)).Value);
        Assert.Equal(yaml, ((JsonObject)SpecYaml.Parse($"a: {yaml}\n")).Text("a"));
    }

    [Theory]
    [InlineData("'1'", "1")]
    [InlineData("\"1\"", "1")]
    [InlineData("'null'", "null")]
    [InlineData("\"true\"", "true")]
    [InlineData("''", "")]
    [InlineData("\"\"", "")]
    [InlineData("'It''s'", "It's")]
    [InlineData("\"\\x41\\u0042\\U0001F600\\/\\e\\0\\t\\n\\\\\\\"\"", "AB\U0001F600/\u001b\0\t\n\\\"")]
    [InlineData("\"\\uD83D\\uDE00\"", "\U0001F600")]
    [InlineData("'\\uD800'", "\\uD800")]
    [InlineData("C:\\uD800\\udc00", "C:\\uD800\\udc00")]
    [InlineData("\"\\\\uD800\"", "\\uD800")]
    [InlineData("\"a\n  b\n\n  c\"", "a b\nc")]
    [InlineData("|\n  a\n   b\n\n", "a\n b\n")]
    [InlineData("|-\n  1\n", "1")]
    [InlineData("|+\n  a\n\n", "a\n\n")]
    [InlineData("|2\n   a", " a")]
    [InlineData(">-\n  a\n  b\n\n  c\n", "a b\nc")]
    public void Quoted_and_block_text_is_always_text(string yaml, string text) =>
        Assert.Equal(text, Assert.IsType<JsonString>(SpecYaml.Parse(yaml)).Value);

    // Halves of pairs and the line breaks of YAML 1.1 cannot be UTF-8 or InlineData, so they are here.
    [Fact]
    public void Scalar_beyond_the_limit_of_the_scanner_is_read()
    {
        Assert.Equal("\ud800", Text("\"\\uD800\""));
        Assert.Equal("\\\udbff\ude00", Text("\"\\\\\\udbff\\uDE00\""));
        Assert.Equal("\ud83d\ud83d\ude00", Text("\"\\ud83d\U0001F600\""));
        Assert.Equal("\U0001F400\udc00\U0001F400", Text("\"\U0001F400\\udc00\\U0001F400\""));
        Assert.Equal("a\u2028b\u2029c\u0085d\uFEFFe", Text("a\u2028b\u2029c\u0085d\uFEFFe"));
        Assert.Equal("x\u2028y\n\\uD800\n", Text("| # a \u2028 comment, \\uD800\n  x\u2028y\n  \\uD800\n# \u2028\n"));
    }

    private static void Reads(string yaml, string json)
    {
        Assert.Equal(json, Trees.Compact(SpecYaml.Parse($"--- {yaml}\n")));
        Assert.Equal("{\"a\":" + json + "}", Trees.Compact(SpecYaml.Parse($"a: {yaml}\n")));
        Assert.Equal("{\"a\":[" + json + "]}", Trees.Compact(SpecYaml.Parse($"a:\n- {yaml} # a comment\n")));
    }

    private static string Text(string yaml) => Assert.IsType<JsonString>(SpecYaml.Parse(yaml)).Value;
}
