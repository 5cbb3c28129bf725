using System.Linq;
using SigmaPS.Core.Release;
using SigmaPS.Core.Spec;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>Elements that have both another name and another ID, found by the IDs of their columns.</summary>
public sealed class RenamedElementsTests
{
    [Theory]
    [InlineData("a:table:1,2", "x:table:2,1", "a=x")]
    [InlineData("a:table:1 b:table:2", "y:table:2 x:table:1", "a=x,b=y")]
    [InlineData("a:table:1 b:table:1", "x:table:1", "")]
    [InlineData("a:table:1", "x:table:1 y:table:1", "")]
    [InlineData("a:table:1", "x:visualization:1", "")]
    [InlineData("a:table:1", "x:table:1,2", "")]
    [InlineData("a:table:", "x:table:", "")]
    [InlineData("a:table:1 same:table:1", "same:table:1", "")]
    [InlineData("a:table:1 same:table:1", "same:table:1 x:table:1", "a=x")]
    [InlineData("same:table:1", "same:table:1", "")]
    public void Lost_element_is_the_only_new_one_with_its_kind_and_columns(string before, string live, string expected)
    {
        var found = RenamedElements.Find(Document(before), Document(live), id => id);
        Assert.Equal(expected, string.Join(",", found.Select(pair => $"{pair.Key}={pair.Value}").Order()));
    }

    private static SpecDocument Document(string elements)
    {
        var written = elements.Split(' ').Select(element => element.Split(':')).Select(parts =>
        {
            var columns = parts[2].Split(',').Where(id => id.Length > 0).Select(id => $$"""{"id":"{{id}}","formula":"1"}""");
            return $$"""{"id":"{{parts[0]}}","kind":"{{parts[1]}}","columns":[{{string.Join(",", columns)}}]}""";
        });
        return SpecDocument.Parse(
            $$"""{"name":"M","schemaVersion":1,"pages":[{"id":"p","name":"P","elements":[{{string.Join(",", written)}}]}]}""",
            "the model");
    }
}
