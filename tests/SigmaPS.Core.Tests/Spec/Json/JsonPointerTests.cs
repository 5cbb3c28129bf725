using SigmaPS.Core.Spec.Json;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("pages", "/pages")]
    [InlineData("", "/")]
    [InlineData("a/b", "/a~1b")]
    [InlineData("m~n", "/m~0n")]
    [InlineData("~1", "/~01")]
    public void A_step_is_escaped_as_RFC_6901_says(string name, string segment) => Assert.Equal(segment, JsonPointer.Segment(name));

    [Fact]
    public void A_position_is_written_plainly() => Assert.Equal("/12", JsonPointer.Segment(12));

    [Fact]
    public void A_path_grows_from_the_inside_out()
    {
        var e = new NotRepresentableException("cannot be held");
        e.Prepend("a/b");
        e.Prepend("3");
        e.Prepend("pages");
        Assert.Equal("/pages/3/a~1b", e.Pointer);
    }
}
