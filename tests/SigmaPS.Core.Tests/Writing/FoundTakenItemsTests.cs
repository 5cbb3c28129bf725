using System.Collections.Generic;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The items that consumers can no longer find after a change: removed, renamed, or with a new ID.</summary>
public sealed class FoundTakenItemsTests
{
    private const string Alias = """add $orders/columns {"id":"c-old","formula":"[Gain]","name":"Net"}""";
    private const string Another = """add $orders/columns {"id":"c-old","formula":"[Amount]","name":"Net"}""";
    private const string NewName = "set $orders/columns/5/name \"Gain\"";

    [Theory]
    [InlineData("remove /pages/0/elements/1", UsageItemKind.Control, null, "Least", TakenBy.Removal, "Least")]
    [InlineData("set /pages/0/elements/1/controlId \"Most\"", UsageItemKind.Control, null, "Least", TakenBy.Rename, "Least")]
    [InlineData("remove /pages/1", UsageItemKind.Element, "customers", null, TakenBy.Removal, "CUSTOMERS")]
    [InlineData("set /pages/1/elements/0/id \"clients\"", UsageItemKind.Element, "customers", null, TakenBy.NewId, "CUSTOMERS")]
    [InlineData("remove $orders/columns/4", UsageItemKind.Column, "orders", "c-cost", TakenBy.Removal, "Orders/Cost")]
    [InlineData("set $orders/columns/5/id \"c-new\"", UsageItemKind.Column, "orders", "c-net", TakenBy.NewId, "Orders/Net")]
    [InlineData("remove $orders/metrics", UsageItemKind.Metric, "orders", "m-net", TakenBy.Removal, "Orders/Net Total")]
    [InlineData("set $orders/metrics/0/id \"m-new\"", UsageItemKind.Metric, "orders", "m-net", TakenBy.NewId, "Orders/Net Total")]
    [InlineData("remove $orders/relationships", UsageItemKind.Relationship, "orders", "r1", TakenBy.Removal, "Orders/Customer")]
    public void Item_that_goes_or_gets_a_new_ID_is_certainly_taken(
        string edit, UsageItemKind kind, string? element, string? id, TakenBy change, string name) =>
        Assert.Equal([new TakenItem(new UsageItem(kind, SampleModel.Id, element, id), change, name, true)], Find(edit));

    [Theory]
    [InlineData(NewName, UsageItemKind.Column, "c-net", "Orders/Net", true, "Gain")]
    [InlineData("set $orders/columns/0/name \"Number\"", UsageItemKind.Column, "c-id", "Orders/Order Id", false, "Number")]
    [InlineData("set $orders/columns/0/formula \"[ORDERS/Number]\"", UsageItemKind.Column, "c-id", "Orders/Order Id", false, null)]
    [InlineData("set $orders/metrics/0/name \"Sum\"", UsageItemKind.Metric, "m-net", "Orders/Net Total", true, "Sum")]
    [InlineData("set $orders/name \"Sales\"", UsageItemKind.ElementName, null, "Orders", true, "Sales")]
    [InlineData("remove $orders/name", UsageItemKind.ElementName, null, "Orders", false, null)]
    public void New_name_is_certain_only_where_both_names_are_declared(
        string edit, UsageItemKind kind, string? id, string name, bool isCertain, string? newName) =>
        Assert.Equal(
            [new TakenItem(new UsageItem(kind, SampleModel.Id, "orders", id), TakenBy.Rename, name, isCertain, newName)],
            Find(edit));

    [Fact]
    public void New_name_of_an_element_without_a_declared_one_is_uncertain() =>
        Assert.Equal(
            [new(new UsageItem(UsageItemKind.ElementName, SampleModel.Id, "customers"), TakenBy.Rename, "CUSTOMERS", false, "Buyers")],
            Find("set /pages/1/elements/0/name \"Buyers\""));

    [Fact]
    public void Old_name_that_passes_on_the_renamed_item_is_not_taken() => Assert.Empty(Find(NewName, Alias));

    [Theory]
    [InlineData(NewName, Another)]
    [InlineData(NewName, """add $orders/columns {"id":"c-old","formula":"[Gain]","name":"Other"}""")]
    public void Old_name_is_taken_when_another_item_has_it_or_passes_on_the_item_by_another_name(params string[] edits) =>
        Assert.Equal(
            [new(new UsageItem(UsageItemKind.Column, SampleModel.Id, "orders", "c-net"), TakenBy.Rename, "Orders/Net", true, "Gain")],
            Find(edits));

    [Theory]
    [InlineData("set $orders/columns/0/name \"Order Number\"")]
    [InlineData("set /pages/0/name \"Mine\"")]
    [InlineData("set $orders/columns/5/formula \"1\"")]
    public void Name_that_Sigma_lists_is_the_name_before_and_after(string edit) => Assert.Empty(FindListed(edit));

    [Fact]
    public void Name_that_the_rules_change_is_taken_although_Sigma_lists_another() =>
        Assert.Equal(
            [new(new UsageItem(UsageItemKind.Column, SampleModel.Id, "orders", "c-id"), TakenBy.Rename, "Orders/Order Number", false)],
            FindListed("set $orders/columns/0/formula \"[ORDERS/Number]\""));

    private static IReadOnlyList<TakenItem> Find(params string[] edits) =>
        TakenItems.Find(SampleModel.Id, SampleModel.Document(), SampleModel.With(edits));

    // Sigma lists a name for one column that the rules do not give.
    private static IReadOnlyList<TakenItem> FindListed(string edit)
    {
        var live = SampleModel.Document();
        var shown = new DisplayNames(live, (_, column) => column == "c-id" ? "Order Number" : null);
        return TakenItems.Find(SampleModel.Id, live, SampleModel.With(edit), shown);
    }
}
