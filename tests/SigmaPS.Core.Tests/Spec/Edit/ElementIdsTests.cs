using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Edit;

public sealed class ElementIdsTests
{
    [Fact]
    public void A_sound_document_refers_to_nothing_that_is_not_there() => Assert.Empty(ElementIds.Dangling(Shop.Document()));

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
    [InlineData("""set /pages/0/elements/1/source {"kind":"source","source":{"kind":"table","elementId":"orders"},"columnId":"gone"}""", "control 'Least'", "orders", "gone")]
    public void A_reference_that_names_nothing_is_found_with_who_makes_it(string edit, string by, string element, string id)
    {
        var only = Assert.Single(ElementIds.Dangling(Shop.With(edit)));
        Assert.Equal((by, element, id), (only.By, only.ElementId, only.Id));
    }

    [Fact]
    public void A_relationship_without_a_target_is_found_even_without_keys()
    {
        var only = Assert.Single(ElementIds.Dangling(Shop.With("set $orders/relationships/0/targetElementId \"gone\"", "set $orders/relationships/0/keys []")));
        Assert.Equal(("gone", ""), (only.ElementId, only.Id));
    }

    [Theory]
    [InlineData("set $orders/filters/0/columnId \"m-net\"")]
    [InlineData("set $orders/order [\"gone\"]")]
    [InlineData("set $orders/folders/0/items [\"gone\"]")]
    [InlineData("""set /pages/0/elements/1/filters/0 {"source":{"kind":"warehouse-table","connectionId":"c","path":["A"]},"columnId":"RAW"}""")]
    [InlineData("""set /pages/0/elements/1/filters/0 {"source":{"kind":"data-model","dataModelId":"x","elementId":"y"},"columnId":"z"}""")]
    [InlineData("""set /pages/0/elements/1/source {"kind":"manual","valueType":"text","values":["gone"]}""")]
    [InlineData("""add /pages/0/elements {"id":"pic","kind":"picture","filters":[{"columnId":"gone"}]}""")]
    public void What_is_layout_or_cannot_be_looked_up_here_is_no_error(string edit) => Assert.Empty(ElementIds.Dangling(Shop.With(edit)));

    [Theory]
    [MemberData(nameof(Corpus.Files), MemberType = typeof(Corpus))]
    public void The_exports_of_a_server_refer_to_nothing_that_is_not_there(string name)
    {
        if (Corpus.Text(name) is { } text && Corpus.Exports.Contains(name))
        {
            Assert.Empty(ElementIds.Dangling(SpecDocument.Parse(text, name)).Select(reference => reference.By + " " + reference.Id));
        }
    }
}
