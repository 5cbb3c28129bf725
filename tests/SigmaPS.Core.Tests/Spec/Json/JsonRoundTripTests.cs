using System.Text;
using FsCheck.Xunit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Json;

[Properties(Arbitrary = [typeof(JsonGenerator)], MaxTest = 500)]
public sealed class JsonRoundTripTests
{
    [Property]
    public void Document_is_read_exactly_however_it_is_written(WrittenJson json) =>
        Assert.True(Trees.Identical(json.Value, JsonTree.Parse(json.Text)));

    [Property]
    public void Document_written_and_read_again_is_identical(WrittenJson json)
    {
        var tree = JsonTree.Parse(json.Text);
        Assert.True(Trees.Identical(tree, JsonTree.Parse(Trees.Indented(tree))));
        Assert.True(Trees.Identical(tree, JsonTree.Parse(Trees.Compact(tree))));
    }

    [Property]
    public void Written_text_is_stable(WrittenJson json)
    {
        var once = Trees.Indented(JsonTree.Parse(json.Text));
        Assert.Equal(once, Trees.Indented(JsonTree.Parse(once)));
        Assert.EndsWith("\n", once, System.StringComparison.Ordinal);
        Assert.DoesNotContain('\r', once);
    }

    [Property]
    public void Written_text_survives_UTF_8(WrittenJson json)
    {
        var text = Trees.Compact(JsonTree.Parse(json.Text));
        Assert.True(text == Encoding.UTF8.GetString(new UTF8Encoding(false, true).GetBytes(text)));
    }

    [Property]
    public void Every_value_is_the_same_as_itself_and_as_itself_inside_another(WrittenJson a, WrittenJson b)
    {
        Assert.True(JsonTree.Same(a.Value, JsonTree.Parse(a.Text)));
        Assert.Equal(JsonTree.Same(a.Value, b.Value), JsonTree.Same(b.Value, a.Value));
        Assert.Equal(JsonTree.Same(a.Value, b.Value), JsonTree.Same(new JsonArray { a.Value }, new JsonArray { b.Value }));
    }
}
