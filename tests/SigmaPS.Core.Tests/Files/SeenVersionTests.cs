using System.Linq;
using SigmaPS.Core.Files;
using Xunit;

namespace SigmaPS.Core.Tests.Files;

/// <summary>The earlier versions in the index: a short digest identifies the content, and damaged parts are ignored.</summary>
public sealed class SeenVersionTests
{
    private const string Pages = "1f2e3d4c5b6a7988";

    [Theory]
    [InlineData(Pages + "00112233", true)]
    [InlineData(Pages, true)]
    [InlineData("1f2e3d4c5b6a7989", false)]
    [InlineData("1f2e3d4c", false)]
    public void Version_holds_content_when_its_first_digits_match(string pages, bool expected) =>
        Assert.Equal(expected, new SeenVersion(3, Pages + "ffff").Holds(pages));

    [Fact]
    public void Version_with_a_short_digest_holds_no_content() => Assert.False(new SeenVersion(3, "1f").Holds(Pages));

    [Theory]
    [InlineData("", "")]
    [InlineData("3:" + Pages, "3:" + Pages)]
    [InlineData("3:" + Pages + "  2:0011223344556677", "3:" + Pages + " 2:0011223344556677")]
    [InlineData("3 x:1 -1:2 4:5:6 7:0011223344556677", "7:0011223344556677")]
    public void Versions_are_read_when_they_are_valid_and_skipped_otherwise(string text, string expected) =>
        Assert.Equal(expected, string.Join(" ", SeenVersion.ReadAll(text).Select(seen => seen.ToString())));
}
