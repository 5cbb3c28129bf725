using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Usage;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Whether a consumer inside of a changed model no longer reads what it read before.</summary>
public sealed class TakenItemsTests
{
    [Theory]
    [InlineData(UsageItemKind.Column, "c-net", "set $orders/columns/5/formula \"[Amount] * 2\"")]
    [InlineData(UsageItemKind.Column, "c-net", "remove $orders/columns/5")]
    [InlineData(UsageItemKind.Column, "c-net", "set $orders/columns/5/id \"other\"")]
    [InlineData(UsageItemKind.Column, "c-net", "set $orders/source/path [\"DB\",\"SHOP\",\"OTHER\"]")]
    [InlineData(UsageItemKind.Column, "c-net", "remove $orders/source")]
    [InlineData(UsageItemKind.Column, "c-net", "remove /pages/0/elements/0")]
    [InlineData(UsageItemKind.Metric, "m-net", "set $orders/metrics/0/formula \"Max([Net])\"")]
    [InlineData(UsageItemKind.Metric, "m-net", "remove $orders/metrics")]
    [InlineData(UsageItemKind.Element, null, "set $orders/source/path [\"DB\",\"SHOP\",\"OTHER\"]")]
    [InlineData(UsageItemKind.Relationship, "r1", "set $orders/source/path [\"DB\",\"SHOP\",\"OTHER\"]")]
    public void Item_no_longer_reads_when_it_goes_or_its_formula_or_source_changes(UsageItemKind kind, string? id, string edit) =>
        Assert.True(Ends(kind, "orders", id, edit));

    [Theory]
    [InlineData(UsageItemKind.Column, "orders", "c-net", "set $orders/columns/5/name \"Other\"")]
    [InlineData(UsageItemKind.Column, "orders", "c-net", "set $orders/columns/3/formula \"1\"")]
    [InlineData(UsageItemKind.Column, "orders", "c-net", "remove $orders/columns/3")]
    [InlineData(UsageItemKind.Column, "orders", "c-net", "remove /pages/1")]
    [InlineData(UsageItemKind.Column, "orders", "c-net", "set /pages/1/elements/0/source/path [\"OTHER\"]")]
    [InlineData(UsageItemKind.Metric, "orders", "m-net", "set $orders/columns/5/formula \"1\"")]
    [InlineData(UsageItemKind.Element, "orders", null, "set $orders/columns []")]
    [InlineData(UsageItemKind.Relationship, "orders", "r1", "set $orders/metrics/0/formula \"1\"")]
    [InlineData(UsageItemKind.Column, "orders", "not-there", "set $orders/columns/5/formula \"1\"")]
    [InlineData(UsageItemKind.Column, "not-there", "c-net", "set $orders/columns/5/formula \"1\"")]
    public void Item_still_reads_when_something_else_changes(UsageItemKind kind, string element, string? id, string edit) =>
        Assert.False(Ends(kind, element, id, edit));

    private static bool Ends(UsageItemKind kind, string element, string? id, string edit) =>
        TakenItems.NoLongerReads(
            new UsageItem(kind, SampleModel.Id, element, id),
            SampleModel.Document(),
            SampleModel.With(edit));
}
