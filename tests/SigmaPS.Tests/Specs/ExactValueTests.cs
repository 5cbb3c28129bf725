using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using SigmaPS.Tests.Support;
using Xunit;

namespace SigmaPS.Tests.Specs;

/// <summary>Any JSON document that the service can send survives text → object → text, digit by digit and key by key.</summary>
public sealed class ExactValueTests : ShellTest
{
    public ExactValueTests() => Run("try { Get-SigmaDataModel } catch { }");

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("[[1]]")]
    [InlineData("[{}]")]
    [InlineData("{\"a\":null,\"b\":[],\"c\":[\"one\"],\"d\":{}}")]
    [InlineData("[true,false,\"true\",0,-0,1.10,1e3,1E+3,1.0e-7,0.1,100,1e400,-1e-400]")]
    [InlineData("[9007199254740993,12345678901234567890,-9223372036854775808,9223372036854775808,123456789012345678901234567890]")]
    [InlineData("[0.1234567890123456789012345678901234567890,79228162514264337593543950335,79228162514264337593543950336.5]")]
    [InlineData("[\"2025-11-17T20:30:10.664Z\",\"2025-11-17\",\"\",\" \",\"no\",\"0x1F\"]")]
    [InlineData("[\"\\u0000\\u001f\\u007f\\u2028\\ufeff\\ud83e\\uddee\\ud800\\udc00x\"]")]
    [InlineData("{\"Count\":1,\"Length\":2,\"psobject\":3,\"GetType\":4,\"\":5,\"PSBase\":6,\"Item\":7,\"Keys\":8,\"a b\":9,\"$x\":10}")]
    [InlineData("{\"note\":1,\"Note\":2,\"NOTE\":3}")]
    [InlineData("{\"b\":1,\"a\":2,\"id\":3,\"columns\":{\"x\":1}}")]
    public void Case_that_carries_meaning_is_kept(string json) => Assert.Equal(Plain(json), Plain(NodeText.RoundTrip(json)));

    [Fact]
    public void Half_a_surrogate_pair_survives_as_an_escape() =>
        Assert.Equal("[\n  \"a\\ud800b\\udc00\"\n]\n", NodeText.RoundTrip("[\"a\\ud800b\\udc00\"]"));

    [Fact]
    public void Five_hundred_levels_survive()
    {
        string deep = string.Concat(Enumerable.Repeat("[{\"a\":", 250)) + "1" + string.Concat(Enumerable.Repeat("}]", 250));
        Assert.Equal(deep, string.Concat(NodeText.RoundTrip(deep).Where(c => !char.IsWhiteSpace(c))));
    }

    [Fact]
    public void Generated_documents_survive()
    {
        int seed = Environment.TickCount;
        Random random = new(seed);
        for (int i = 0; i < 400; i++)
        {
            string json = Generate(random, 0);
            Assert.True(Plain(json) == Plain(NodeText.RoundTrip(json)), $"seed {seed}, document {i}: {json}");
        }
    }

    [CorpusFact]
    public void Every_real_spec_survives() => Survive(CorpusFactAttribute.Folder);

    [Fact]
    public void Every_export_survives() => Survive(Repository.Exports);

    private static void Survive(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories))
        {
            string json = File.ReadAllText(file);
            Assert.True(Plain(json) == Plain(NodeText.RoundTrip(json)), file);
        }
    }

    [Fact]
    public void Value_that_an_object_cannot_represent_is_named_by_its_path()
    {
        InvalidOperationException e = Assert.Throws<InvalidOperationException>(() =>
            NodeText.RoundTrip("{\"pages\":[{\"x\":{\"a\":1,\"a\":2}}]}"));
        Assert.Equal("/pages/0/x/a", e.InnerException!.GetType().GetProperty("Pointer")!.GetValue(e.InnerException));
    }

    // Order, digits and escapes as they are: only white space and the spelling of escapes are made alike.
    private static string Plain(string json) =>
        JsonNode.Parse(json, documentOptions: new() { MaxDepth = 1200 })?.ToJsonString(new() { MaxDepth = 1200 }) ?? "null";

    private static string Generate(Random random, int depth) =>
        random.Next(depth > 5 ? 6 : 9) switch
        {
            0 => "null",
            1 => random.Next(2) == 0 ? "true" : "false",
            2 => random.NextInt64(long.MinValue, long.MaxValue).ToString(CultureInfo.InvariantCulture),
            3 =>
                $"{(random.Next(2) == 0 ? "-" : "")}{random.Next(0, 1000)}.{random.NextInt64(0, long.MaxValue)}"
                    + $"{(random.Next(3) == 0 ? $"e{random.Next(-400, 400)}" : "")}",
            4 or 5 => Text(random),
            6 => "[" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => Generate(random, depth + 1))) + "]",
            _ => "{"
                + string.Join(
                    ",",
                    Enumerable
                        .Range(0, random.Next(6))
                        .Select(_ => Text(random))
                        .Distinct()
                        .Select(name => name + ":" + Generate(random, depth + 1)))
                + "}",
        };

    private static string Text(Random random)
    {
        StringBuilder text = new("\"");
        for (int i = random.Next(8); i > 0; i--)
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{(random.Next(3) == 0 ? random.Next(0xd800) : random.Next(32, 127)):x4}");
        }

        return text.Append('"').ToString();
    }
}
