using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Whether a formula of the changed model finds another item by the name of a removed one.</summary>
public sealed class NameSuccessorsTests
{
    private const string NewId = "set $orders/columns/5/id \"c-new\"";
    private const string NewElement = "set $orders/id \"o-new\"";
    private static readonly UsageItem Net = new(UsageItemKind.Column, SampleModel.Id, "orders", "c-net");
    private static readonly UsageItem Total = new(UsageItemKind.Metric, SampleModel.Id, "orders", "m-net");
    private static readonly UsageItem Orders = new(UsageItemKind.Element, SampleModel.Id, "orders");

    [Theory]
    [InlineData(UsageItemKind.Column, true)]
    [InlineData(UsageItemKind.Metric, true)]
    [InlineData(UsageItemKind.Element, false)]
    [InlineData(UsageItemKind.Control, false)]
    public void Only_a_formula_finds_the_successor_of_a_column(UsageItemKind reader, bool isServed) =>
        Assert.Equal(isServed, Serves(Net, Net, NewId, reader));

    [Fact]
    public void Formula_of_another_model_does_not_find_the_successor() =>
        Assert.False(Serves(Net, Net, NewId, UsageItemKind.Column, SampleModel.OtherId));

    [Fact]
    public void Metric_with_the_name_of_a_removed_one_is_its_successor() =>
        Assert.True(Serves(Total, Total, "set $orders/metrics/0/id \"m-new\""));

    [Theory]
    [InlineData("remove $orders/columns/5")]
    [InlineData("""set $orders/columns/5 {"id":"c-new","formula":"1","name":"Gross"}""")]
    public void Removed_column_whose_name_nobody_takes_over_has_no_successor(string edit) => Assert.False(Serves(Net, Net, edit));

    [Fact]
    public void Column_with_the_name_of_a_metric_is_not_its_successor() =>
        Assert.False(Serves(
            Total, Total, "remove $orders/metrics", """add $orders/columns {"id":"c-new","formula":"1","name":"Net Total"}"""));

    [Fact]
    public void Element_with_the_name_of_a_removed_one_is_its_successor_with_its_columns()
    {
        Assert.True(Serves(Orders, Orders, NewElement));
        Assert.True(Serves(Orders, Net, NewElement));
        Assert.False(Serves(Orders, Orders, "remove /pages/0"));
    }

    [Fact]
    public void Formula_that_names_the_removed_element_finds_its_successor() =>
        Assert.True(Serves(Orders, Orders with { Kind = UsageItemKind.ElementName }, NewElement));

    [Fact]
    public void Item_that_was_not_removed_needs_no_successor() => Assert.False(Serves(Total, Net, NewId));

    private static bool Serves(UsageItem gone, UsageItem target, string edit, UsageItemKind reader, string model = SampleModel.Id) =>
        Serves(gone, target, reader, model, edit);

    private static bool Serves(UsageItem gone, UsageItem target, params string[] edits) =>
        Serves(gone, target, UsageItemKind.Column, SampleModel.Id, edits);

    private static bool Serves(UsageItem gone, UsageItem target, UsageItemKind reader, string model, params string[] edits) =>
        new NameSuccessors([gone], SampleModel.Document(), SampleModel.With(edits))
            .Serve(new ModelEdge(new UsageItem(reader, model, "orders", "reader"), target, IsCertain: true));
}
