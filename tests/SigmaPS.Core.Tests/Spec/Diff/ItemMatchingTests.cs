using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class ItemMatchingTests
{
    [Fact]
    public void ID_counts_more_than_a_name()
    {
        var itemMatching = Pair("""[{"id":"1","name":"A"},{"id":"2","name":"B"}]""", """[{"id":"2","name":"A"},{"id":"1","name":"B"}]""");
        Assert.Equal(["2=2", "1=1"], itemMatching.Pairs.Select(pair => pair.Old.Value.Text("id") + "=" + pair.New.Value.Text("id")));
    }

    [Fact]
    public void Name_matches_an_item_whose_ID_does_not_match_unless_it_is_matched_already()
    {
        var itemMatching = Pair(
            """[{"id":"1","name":"A"},{"id":"2","name":"A"}]""",
            """[{"id":"9","name":"A"},{"id":"1","name":"C"},{"id":"8","name":"A"}]""");
        Assert.Equal(["2=9", "1=1"], itemMatching.Pairs.Select(pair => pair.Old.Value.Text("id") + "=" + pair.New.Value.Text("id")));
        Assert.Equal("8", Assert.Single(itemMatching.Added).Value.Text("id"));
        Assert.Empty(itemMatching.Removed);
    }

    [Fact]
    public void Empty_IDs_and_names_find_nothing()
    {
        var itemMatching = Pair("""[{"x":1}]""", """[{"x":1}]""");
        Assert.Empty(itemMatching.Pairs);
        Assert.Single(itemMatching.Added);
        Assert.Single(itemMatching.Removed);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(1000)]
    public void Work_grows_with_the_size_and_not_with_its_square(int count)
    {
        var asked = 0;
        var old = Items(count, "a");
        var now = Items(count, "b");
        ItemMatching.Match(old, now, item => Counted(item.Text("id")!), item => Counted(item.Text("name")!));
        Assert.InRange(asked, count, 4 * count);

        string Counted(string text)
        {
            asked++;
            return text;
        }
    }

    private static ItemMatching Pair(string old, string now) =>
        ItemMatching.Match(Located(old), Located(now), item => item.Text("id") ?? "", item => item.Text("name") ?? "");

    private static List<LocatedObject> Located(string list) =>
        SigmaPS.Core.Spec.Diff.LocatedObject.All(Trees.Object("{\"list\":" + list + "}"), "list", "");

    private static List<LocatedObject> Items(int count, string prefix)
    {
        var items = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var n = i.ToString(CultureInfo.InvariantCulture);
            items.Add(Trees.Object("{\"id\":\"" + prefix + n + "\",\"name\":\"n" + n + "\"}"));
        }

        var owner = new JsonObject();
        owner.Add("list", items);
        return SigmaPS.Core.Spec.Diff.LocatedObject.All(owner, "list", "");
    }
}
