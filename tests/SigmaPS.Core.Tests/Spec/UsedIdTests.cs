using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec;

public sealed class UsedIdTests
{
    [Theory]
    [InlineData("set $orders/filters/0/columnId \"gone\"", "filter 'f1' of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/sort/0/columnId \"gone\"", "a sort of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/groupings/0/groupBy [\"gone\"]", "grouping 'g1' of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/groupings/0/calculations [\"c-id\",\"gone\"]", "grouping 'g1' of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/columnSecurities/0/restrictedColumns [\"gone\"]", "column security 's1' of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/relationships/0/keys/0/sourceColumnId \"gone\"", "relationship 'Customer' of \"Orders\"", "orders", "gone")]
    [InlineData("set $orders/relationships/0/keys/0/targetColumnId \"gone\"", "relationship 'Customer' of \"Orders\"", "customers", "gone")]
    [InlineData("set /pages/0/elements/1/filters/0/columnId \"gone\"", "control 'Least'", "orders", "gone")]
    [InlineData("set /pages/0/elements/1/filters/0/source/elementId \"gone\"", "control 'Least'", "gone", "c-amount")]
    [InlineData(
        """set /pages/0/elements/1/source {"kind":"source","source":{"kind":"table","elementId":"orders"},"columnId":"gone"}""",
        "control 'Least'",
        "orders",
        "gone")]
    public void Reference_is_found_with_who_makes_it(string edit, string by, string element, string id)
    {
        var only = Assert.Single(All(edit), reference => reference.Id == id && (reference.Id == "gone" || reference.ElementId == "gone"));
        Assert.Equal((by, element, id), (only.By, only.ElementId, only.Id));
    }

    [Fact]
    public void Relationship_refers_to_its_target_even_without_keys()
    {
        Assert.Single(All("set $orders/relationships/0/targetElementId \"gone\"", "set $orders/relationships/0/keys []"), reference =>
            (reference.ElementId, reference.Id) == ("gone", ""));
    }

    [Theory]
    [InlineData("set $orders/order [\"gone\"]")]
    [InlineData("set $orders/folders/0/items [\"gone\"]")]
    [InlineData(
        """set /pages/0/elements/1/filters/0 {"source":{"kind":"warehouse-table","connectionId":"c","path":["A"]},"columnId":"gone"}""")]
    [InlineData(
        """set /pages/0/elements/1/filters/0 {"source":{"kind":"data-model","dataModelId":"x","elementId":"y"},"columnId":"gone"}""")]
    [InlineData("""set /pages/0/elements/1/source {"kind":"manual","valueType":"text","values":["gone"]}""")]
    [InlineData("""add /pages/0/elements {"id":"pic","kind":"picture","filters":[{"columnId":"gone"}]}""")]
    public void ID_in_layout_or_elsewhere_is_not_a_used_ID(string edit) =>
        Assert.DoesNotContain(All(edit), reference => reference.Id == "gone");

    private static IEnumerable<UsedId> All(params string[] edits) =>
        SampleModel.With(edits) is var document
            ? document.Elements.SelectMany(element => UsedId.Find(element, new DisplayNames(document)))
            : [];
}
