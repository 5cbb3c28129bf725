using SigmaPS.Core.Release;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Release;

/// <summary>A model that others depend on: its items, and the live IDs for the IDs of its file.</summary>
public sealed class ResolvedDependencyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Element_with_a_new_ID_is_found_by_its_name_or_by_its_columns(bool keepsName)
    {
        var model = Live("set $orders/id \"renewed\"", keepsName ? "set $orders/kind \"table\"" : "set $orders/name \"Purchases\"");
        Assert.Equal("renewed", model.Element("orders"));
        Assert.Equal("customers", model.Element("customers"));
        Assert.True(model.HasNewIds);
    }

    [Theory]
    [InlineData("set $orders/columns/5/id \"c-new\"", "c-new", "g1")]
    [InlineData("set $orders/groupings/0/id \"g-new\"", "c-net", "g-new")]
    public void New_ID_of_a_column_or_grouping_is_one_that_consumers_refer_to(string edit, string column, string grouping)
    {
        var model = Live(edit);
        Assert.Equal((column, grouping), (model.Column("orders", "c-net"), model.Grouping("orders", "g1")));
        Assert.Equal("c-id", model.Column("orders", "c-id"));
        Assert.True(model.HasNewIds);
    }

    [Fact]
    public void Model_with_the_IDs_of_its_file_has_no_new_ones()
    {
        Assert.False(Live("set /name \"Another\"").HasNewIds);
        Assert.False(ResolvedDependency.ToBeMade("Shop", SampleModel.Document()).HasNewIds);
        Assert.False(ResolvedDependency.Outside("1", "Shop").HasNewIds);
    }

    [Fact]
    public void Model_has_the_elements_of_its_file_as_far_as_consumers_can_read_them()
    {
        var asItIs = ResolvedDependency.AsItIs("1", "Shop", SampleModel.Document(), SampleModel.With("remove /pages/1/elements/0"));
        Assert.True(asItIs.Has("orders"));
        Assert.False(asItIs.Has("customers"));
        Assert.NotEmpty(asItIs.Lack);
        var published = Live("remove /pages/1/elements/0");
        Assert.True(published.Has("customers"));
        Assert.False(published.Has("ghost"));
        Assert.Empty(published.Lack);
        Assert.True(ResolvedDependency.Outside("1", "Shop").Has("ghost"));
    }

    [Theory]
    [InlineData("orders", "c-net", true)]
    [InlineData("orders", "m-net", true)]
    [InlineData("orders", "ghost", false)]
    [InlineData("customers", "c-net", false)]
    public void Column_is_one_of_its_own_element_and_a_model_outside_has_every_one(string element, string column, bool expected)
    {
        Assert.Equal(expected, Live().Has(element, column));
        Assert.True(ResolvedDependency.Outside("1", "Shop").Has(element, column));
    }

    private static ResolvedDependency Live(params string[] edits) =>
        ResolvedDependency.FromLive("1", "Shop", SampleModel.Document(), SampleModel.With(edits));
}
