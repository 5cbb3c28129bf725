using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonSamenessTests
{
    [Theory]
    [InlineData("{\"a\":1,\"b\":[2,3]}", "{\"b\":[2,3],\"a\":1}")]
    [InlineData("[1.10]", "[1.1]")]
    [InlineData("\"\\u0041\"", "\"A\"")]
    [InlineData("{\"a\":null}", "{\"a\":null}")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"b\":0,\"a\":2}", "{\"b\":0,\"a\":1,\"a\":2}")]
    public void Same_value_is_the_same_however_it_is_written(string a, string b)
    {
        Assert.True(Same(a, b));
        Assert.True(Same(b, a));
    }

    [Theory]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("{\"a\":[]}", "{\"a\":null}")]
    [InlineData("[1]", "1")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("[1,1]", "[1]")]
    [InlineData("{\"a\":1}", "{\"A\":1}")]
    [InlineData("\"a\"", "\"A\"")]
    [InlineData("\"1\"", "1")]
    [InlineData("\"true\"", "true")]
    [InlineData("true", "false")]
    [InlineData("0", "false")]
    [InlineData("0", "null")]
    [InlineData("\"\\u00e9\"", "\"e\\u0301\"")]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2}")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2,\"a\":1}")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}")]
    public void Another_value_is_another(string a, string b)
    {
        Assert.False(Same(a, b));
        Assert.False(Same(b, a));
    }

    [Fact]
    public void Missing_value_is_the_same_as_a_missing_value_only()
    {
        Assert.True(JsonTree.Same(null, null));
        Assert.False(JsonTree.Same(null, new JsonNull()));
        Assert.False(JsonTree.Same(new JsonArray(), null));
    }

    [Theory]
    [InlineData("1.10", "1.1", true)]
    [InlineData("1.0", "1", true)]
    [InlineData("1e3", "1000", true)]
    [InlineData("1E+3", "1000.0", true)]
    [InlineData("1000e-3", "1", true)]
    [InlineData("0.001", "1e-3", true)]
    [InlineData("-0", "0", true)]
    [InlineData("0e99", "-0.000", true)]
    [InlineData("-1", "1", false)]
    [InlineData("1e400", "1e401", false)]
    [InlineData("1e400", "10e399", true)]
    [InlineData("12345678901234567890", "12345678901234567891", false)]
    [InlineData("12345678901234567890", "1.234567890123456789e19", true)]
    [InlineData("0.1", "0.10000000000000001", false)]
    [InlineData("1e999999999999999999999", "1e999999999999999999998", false)]
    [InlineData("100", "1", false)]
    public void Numbers_are_compared_exactly_and_not_by_notation(string a, string b, bool same)
    {
        Assert.Equal(same, JsonNumbers.Same(a, b));
        Assert.Equal(same, JsonNumbers.Same(b, a));
    }

    private static bool Same(string a, string b) => JsonTree.Same(JsonTree.Parse(a), JsonTree.Parse(b));
}
