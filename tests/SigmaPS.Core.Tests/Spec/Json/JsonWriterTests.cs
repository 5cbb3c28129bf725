using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonWriterTests
{
    [Fact]
    public void Form_for_files_is_two_spaces_LF_and_a_final_newline()
    {
        var tree = JsonTree.Parse("{\"a\":[1,{\"b\":null}],\"c\":{},\"d\":[],\"e\":[[]],\"f\":\"x\"}");
        Assert.Equal(
            "{\n  \"a\": [\n    1,\n    {\n      \"b\": null\n    }\n  ],\n  \"c\": {},\n  \"d\": [],\n  \"e\": [\n    []\n  ],\n  \"f\": "
                + "\"x\"\n}\n",
            Trees.Indented(tree));
    }

    [Fact]
    public void Form_for_requests_has_no_white_space() =>
        Assert.Equal(
            "{\"a\":[1,{\"b\":null}],\"c\":{}}",
            Trees.Compact(JsonTree.Parse("{ \"a\" : [ 1 , { \"b\" : null } ] , \"c\" : { } }")));

    [Theory]
    [InlineData("null")]
    [InlineData("\"x\"")]
    [InlineData("1.10")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Document_may_be_any_value(string text) => Assert.Equal(text + "\n", Trees.Indented(JsonTree.Parse(text)));

    [Fact]
    public void Nothing_is_escaped_that_JSON_does_not_require() =>
        Assert.Equal(
            "\"/ ' < > & + \u00e9 \u007f \u2028 \u2029 \ufeff \U0001F600\"",
            Trees.Compact(new JsonString("/ ' < > & + \u00e9 \u007f \u2028 \u2029 \ufeff \U0001F600")));

    [Fact]
    public void Characters_that_JSON_escapes_have_their_short_form() =>
        Assert.Equal("\"\\\"\\\\\\b\\f\\n\\r\\t\\u0000\\u001f\"", Trees.Compact(new JsonString("\"\\\b\f\n\r\t\0\u001f")));

    [Fact]
    public void Names_are_escaped_like_strings() => Assert.Equal("{\"a\\\"\\n\":1}", Trees.Compact(Trees.Object("{\"a\\\"\\u000a\":1}")));

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Real_file_is_the_same_value_afterwards_to_another_reader_too(string name)
    {
        var text = SpecFiles.Text(name);
        var tree = JsonTree.Parse(text);
        foreach (var written in new[] { Trees.Indented(tree), Trees.Compact(tree) })
        {
            using var before = System.Text.Json.JsonDocument.Parse(text);
            using var after = System.Text.Json.JsonDocument.Parse(written);
            Assert.True(System.Text.Json.JsonElement.DeepEquals(before.RootElement, after.RootElement));
            Assert.True(Trees.Identical(tree, JsonTree.Parse(written)));
        }

        Assert.Equal(Trees.Indented(tree), Trees.Indented(JsonTree.Parse(Trees.Indented(tree))));
    }
}
