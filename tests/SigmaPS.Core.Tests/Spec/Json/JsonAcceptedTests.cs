using System.Globalization;
using System.Linq;
using System.Text;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonAcceptedTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData(" \t\r\n false \n", "false")]
    [InlineData("[]", "[]")]
    [InlineData("[ ]", "[]")]
    [InlineData("{ }", "{}")]
    [InlineData("[\r\n1\r\n,\t2 ]", "[1,2]")]
    [InlineData("[[[]],{\"a\":{}}]", "[[[]],{\"a\":{}}]")]
    [InlineData("{\"\":0}", "{\"\":0}")]
    [InlineData("{\"a\":1,\"A\":2}", "{\"a\":1,\"A\":2}")]
    [InlineData("{\"b\":1,\"a\":2}", "{\"b\":1,\"a\":2}")]
    [InlineData("{\"a\":null,\"b\":[],\"c\":[1]}", "{\"a\":null,\"b\":[],\"c\":[1]}")]
    [InlineData(
        "{\"Count\":1,\"Length\":2,\"psobject\":3,\"GetType\":4,\"__proto__\":5}",
        "{\"Count\":1,\"Length\":2,\"psobject\":3,\"GetType\":4,\"__proto__\":5}")]
    [InlineData("\uFEFF[1]", "[1]")]
    public void Valid_text_is_read_without_a_change(string text, string written) =>
        Assert.Equal(written, Trees.Compact(JsonTree.Parse(text)));

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0")]
    [InlineData("1.10")]
    [InlineData("1.0")]
    [InlineData("100")]
    [InlineData("1E400")]
    [InlineData("1e+2")]
    [InlineData("1e-007")]
    [InlineData("0E0")]
    [InlineData("12345678901234567890")]
    [InlineData("-9223372036854775809")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("1704067200000")]
    [InlineData("123456789012345678901234567890123456789012345678901234567890.5e-1000000000000")]
    public void Number_keeps_its_digits(string number)
    {
        Assert.Equal(number, Assert.IsType<JsonNumber>(JsonTree.Parse(number)).Text);
        Assert.Equal($"[{number}]", Trees.Compact(JsonTree.Parse($"[ {number} ]")));
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"2025-11-17T00:00:00.000Z\"", "2025-11-17T00:00:00.000Z")]
    [InlineData("\"\\/Date(1)\\/\"", "/Date(1)/")]
    [InlineData("\"\\u0041\\u00e9\\u4E2d\"", "A\u00e9\u4e2d")]
    [InlineData("\"\\\"\\\\\\b\\f\\n\\r\\t\"", "\"\\\b\f\n\r\t")]
    [InlineData("\"\\u0000\\u001F\"", "\0\u001f")]
    [InlineData("\"\u007f\u0085\u2028\u2029\ufffe\uffff\"", "\u007f\u0085\u2028\u2029\ufffe\uffff")]
    [InlineData("\"\\ud83d\\ude00\"", "\U0001F600")]
    [InlineData("\"\U0001F600\"", "\U0001F600")]
    [InlineData("\"it's <b>&amp;\"", "it's <b>&amp;")]
    [InlineData("\"a\\\\u0041\"", "a\\u0041")]
    [InlineData("\"\uFEFFx\"", "\uFEFFx")]
    public void String_is_unescaped_and_nothing_else(string text, string value) =>
        Assert.Equal(value, Assert.IsType<JsonString>(JsonTree.Parse(text)).Value);

    // In hexadecimal, because xunit itself cannot carry half a pair in test data.
    [Theory]
    [InlineData("\"\\ud83d\"", "D83D")]
    [InlineData("\"\\uDE00\"", "DE00")]
    [InlineData("\"\\ude00\\ud83d\"", "DE00 D83D")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "D83D D83D DE00")]
    [InlineData("\"\\ud83dx\"", "D83D 0078")]
    [InlineData("\"\\ud83d\\n\"", "D83D 000A")]
    public void Half_a_surrogate_pair_survives_and_goes_out_escaped(string text, string units)
    {
        var value = Assert.IsType<JsonString>(JsonTree.Parse(text)).Value;
        Assert.Equal(units, Units(value));
        var written = Trees.Compact(new JsonString(value));
        Assert.Equal(written, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(written)));
        Assert.Equal(units, Units(((JsonString)JsonTree.Parse(written)).Value));
    }

    [Fact]
    public void Duplicate_key_is_kept_twice_and_the_last_one_counts()
    {
        var o = Trees.Object("{\"a\":1,\"b\":2,\"a\":3}");
        Assert.Equal(3, o.Count);
        Assert.Equal("3", ((JsonNumber)o["a"]!).Text);
        Assert.Equal("{\"a\":1,\"b\":2,\"a\":3}", Trees.Compact(o));
    }

    [Fact]
    public void Keys_of_one_hash_stay_apart()
    {
        // "Aa" and "BB" collide in the table of names that are made once.
        var o = Trees.Object("{\"Aa\":1,\"BB\":2,\"Aa\":3,\"A\\u0061\":4}");
        Assert.Equal("{\"Aa\":1,\"BB\":2,\"Aa\":3,\"Aa\":4}", Trees.Compact(o));
    }

    [Fact]
    public void Value_has_its_position_in_the_text()
    {
        const string text = "{ \"a\" : [ 10, \"x\", null, true, {} ] }";
        var o = Trees.Object(text);
        Assert.Equal(0, o.Offset);
        Assert.All(o.Array("a")!, item => Assert.StartsWith(Trees.Compact(item), text[item.Offset..]));
        Assert.Equal(-1, new JsonString("made").Offset);
    }

    private static string Units(string text) =>
        string.Join(" ", text.Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));
}
