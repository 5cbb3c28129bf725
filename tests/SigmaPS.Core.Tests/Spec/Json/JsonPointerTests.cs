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
    public void Step_is_escaped_as_in_RFC_6901(string name, string segment) => Assert.Equal(segment, JsonPointer.Segment(name));

    [Fact]
    public void Position_is_written_plainly() => Assert.Equal("/12", JsonPointer.Segment(12));

    [Fact]
    public void Path_grows_from_the_inside_out()
    {
        var e = new NotRepresentableException("cannot be held");
        e.Prepend("a/b");
        e.Prepend("3");
        e.Prepend("pages");
        Assert.Equal("/pages/3/a~1b", e.Pointer);
    }
}
