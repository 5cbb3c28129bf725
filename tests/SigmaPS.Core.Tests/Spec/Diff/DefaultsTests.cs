using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class DefaultsTests
{
    [Theory]
    [InlineData("visibleAsSource", "true", true)]
    [InlineData("visibleAsSource", "false", false)]
    [InlineData("visibleAsSource", "\"true\"", false)]
    [InlineData("hidden", "true", false)]
    [InlineData("op", "\"=\"", true)]
    [InlineData("op", "\"<\"", false)]
    [InlineData("hidden", "false", true)]
    [InlineData("joinType", "\"inner\"", true)]
    [InlineData("joinType", "\"left-outer\"", false)]
    [InlineData("state", "\"enabled\"", true)]
    [InlineData("formula", "\"=\"", false)]
    [InlineData("metrics", "[]", true)]
    [InlineData("metrics", "null", false)]
    [InlineData("metrics", "[1]", false)]
    [InlineData("order", "[]", true)]
    [InlineData("groupBy", "[]", true)]
    [InlineData("columns", "[]", false)]
    [InlineData("elements", "[]", false)]
    [InlineData("values", "[]", false)]
    [InlineData("path", "[]", false)]
    [InlineData("future", "[]", false)]
    public void Only_what_the_service_leaves_out_is_a_default(string name, string value, bool isDefault) =>
        Assert.Equal(isDefault, Defaults.IsDefault(name, JsonTree.Parse(value)));

    [Fact]
    public void Defaults_go_at_every_depth_and_the_rest_keeps_its_order()
    {
        var value = Trees.Object("""{"b":[{"op":"=","left":"[A]"}],"metrics":[],"a":{"visibleAsSource":true,"x":null}}""");
        Assert.Equal("""{"b":[{"left":"[A]"}],"a":{"x":null}}""", Trees.Compact(Defaults.Strip(value)));
        Assert.Equal("""{"b":[{"op":"=","left":"[A]"}],"metrics":[],"a":{"visibleAsSource":true,"x":null}}""", Trees.Compact(value));
    }

    [Fact]
    public void Default_is_the_same_as_nothing_on_either_side()
    {
        Assert.True(Defaults.Same("visibleAsSource", new JsonBoolean(true), null));
        Assert.True(Defaults.Same("metrics", null, new JsonArray()));
        Assert.False(Defaults.Same("visibleAsSource", new JsonBoolean(true), new JsonBoolean(false)));
        Assert.False(Defaults.Same("description", null, new JsonString("")));
    }
}
