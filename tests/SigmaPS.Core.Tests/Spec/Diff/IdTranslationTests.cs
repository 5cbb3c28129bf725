using System;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class IdTranslationTests
{
    // Everything that can refer by ID, beside what the shop has.
    private static readonly string[] More =
    [
        """set $orders/metrics/0/timeline {"dateColumnId":"c-date","truncation":"week"}""",
        """set /pages/0/elements/1/source {"kind":"source","source":{"kind":"table","elementId":"customers"},"columnId":"k-id","displayColumnId":"k-name"}""",
        """add /pages/1/elements {"id":"joined","kind":"table","name":"Joined","source":{"kind":"join","joins":[{"left":{"kind":"table","elementId":"orders"},"right":{"kind":"table","elementId":"customers"},"columns":[{"left":"[Customer Id]","right":"[Customer Id]"}]}],"primarySource":{"kind":"table","elementId":"orders"}},"columns":[]}""",
        """add /pages/1/elements {"id":"level","kind":"table","name":"Level","source":{"kind":"table","elementId":"orders","groupingId":"g1"},"columns":[]}""",
        """add /pages/1/elements {"id":"both","kind":"table","source":{"kind":"union","sources":[{"kind":"table","elementId":"orders"},{"kind":"table","elementId":"customers"}],"matches":[]},"columns":[{"id":"b1","formula":"[Union of 2 Sources/A]"},{"id":"b2","formula":"1 + [A]"}],"filters":[{"id":"bf","columnId":"b2","kind":"list"}]}""",
        """add /pages/1/elements {"id":"turned","kind":"table","name":"Turned","source":{"kind":"transpose","direction":"column-to-row","source":{"kind":"table","elementId":"level"}},"columns":[]}""",
    ];

    private static readonly string[] Ids =
    [
        "orders",
        "ctl",
        "customers",
        "joined",
        "level",
        "both",
        "turned",
        "c-id",
        "c-date",
        "c-cust",
        "c-amount",
        "c-cost",
        "c-net",
        "k-id",
        "k-name",
        "b1",
        "b2",
        "m-net",
        "g1",
        "r1",
        "f1",
        "bf",
        "fold",
        "s1",
    ];

    // All but those of a filter and a grouping, which are found again by what they are about and so not when that changes too.
    private static readonly string[] Sure = [.. Ids.Except(["f1", "g1"])];

    public static TheoryData<string> EveryId() => [.. Ids];

    [Theory]
    [MemberData(nameof(EveryId))]
    public void Reference_to_a_renewed_ID_is_not_a_change(string id)
    {
        var comparison = SpecDiff.Compare(SampleModel.With(More), Renewed(id));
        Assert.Empty(comparison.Changes.Select(ChangeFormatter.Line));
        Assert.Equal([id + ">new " + id], comparison.RenewedIds.Select(pair => pair.Key + ">" + pair.Value));
    }

    [Fact]
    public void All_IDs_renewed_at_once_are_not_a_change()
    {
        var comparison = SpecDiff.Compare(SampleModel.With(More), Renewed(Ids));
        Assert.Empty(comparison.Changes.Select(ChangeFormatter.Line));
        Assert.Equal(Ids.Order(StringComparer.Ordinal), comparison.RenewedIds.Select(pair => pair.Key).Order(StringComparer.Ordinal));
        Assert.Contains(comparison.Renewed, id => (id.Kind, id.Element, id.Old, id.New) == ("column", "customers", "k-id", "new k-id"));
    }

    [Fact]
    public void Nothing_is_copied_where_no_ID_was_renewed()
    {
        var old = SampleModel.With(More).Root;
        Assert.Same(
            old,
            IdTranslation
                .Match(
                    old,
                    SampleModel.With([.. More, "remove $orders/columns/4", "set $orders/name \"Sales\"", "remove $orders/filters"]).Root)
                .Root);
        var text = Trees.Compact(old);
        Assert.NotSame(old, IdTranslation.Match(old, Renewed(Ids).Root).Root);
        Assert.Equal(text, Trees.Compact(old));
    }

    [Fact]
    public void ID_is_translated_in_its_own_element_only()
    {
        string[] twin =
        [
            "set /pages/1/elements/0/columns/1/id \"c-amount\"",
            "set /pages/1/elements/0/order/1 \"c-amount\"",
            """set /pages/1/elements/0/filters [{"id":"kf","columnId":"c-amount","kind":"list"}]""",
        ];
        string[] renewed =
        [
            "set /pages/1/elements/0/columns/1/id \"x\"",
            "set /pages/1/elements/0/order/1 \"x\"",
            "set /pages/1/elements/0/filters/0/columnId \"x\"",
        ];
        var comparison = SpecDiff.Compare(SampleModel.With(twin), SampleModel.With([.. twin, .. renewed]));
        Assert.Empty(comparison.Changes.Select(ChangeFormatter.Line));
        Assert.Equal(("customers", "c-amount"), (Assert.Single(comparison.Renewed).Element, comparison.Renewed[0].Old));
    }

    [Theory]
    [InlineData("set $orders/filters/0/min 5", "changed filter \"Facts / Orders / Amount number-range\": min 0 → 5")]
    [InlineData(
        "set $orders/filters/0/columnId \"new c-cost\"",
        "changed filter \"Facts / Orders / Cost number-range\": columnId c-amount → new c-cost")]
    [InlineData(
        "set $orders/relationships/0/keys/0/targetColumnId \"new k-name\"",
        "changed relationship \"Facts / Orders / Customer\": keys [{\"sourceColumnId\":\"c-cust\",\"targetColumnId\":\"k-id\"}] → "
            + "[{\"sourceColumnId\":\"new c-cust\",\"targetColumnId\":\"new k-nam…"
    )]
    [InlineData("remove $orders/sort/0", "removed sort \"Facts / Orders / Order Date\"")]
    [InlineData("remove $orders/columnSecurities/0", "removed security \"Facts / Orders / Cost\"")]
    [InlineData(
        "set $orders/groupings/0/calculations []",
        "changed grouping \"Facts / Orders / Order Date\": calculations [\"c-cost\"] → []")]
    [InlineData("swap $orders/order 0 1", "moved columns of \"Facts / Orders\"")]
    [InlineData(
        "set /pages/1/elements/2/source/elementId \"new customers\"",
        "changed element \"Dimensions / Level\": source {\"kind\":\"table\",\"elementId\":\"orders\",\"groupingId\":\"g1\"} → "
            + "{\"kind\":\"table\",\"elementId\":\"new customers\",\"groupingId\":\"g…"
    )]
    public void Real_change_beside_renewed_IDs_is_reported_with_the_IDs_of_each_document(string edit, string line) =>
        Assert.Equal(line, ChangeFormatter.Line(Assert.Single(SpecDiff.Compare(SampleModel.With(More), Renewed(Sure, edit)).Changes)));

    [Fact]
    public void Unresolved_reference_does_not_resolve_to_an_item_with_its_new_ID()
    {
        const string lost = "set $orders/filters/0/columnId \"new c-cost\"";
        Assert.Equal("filter", Assert.Single(SpecDiff.Compare(SampleModel.With([.. More, lost]), Renewed(Sure, lost)).Changes).Kind);
    }

    [Fact]
    public void Named_element_or_column_is_not_taken_for_another_one_that_shows_the_same()
    {
        var comparison = SpecDiff.Compare(
            SampleModel.Document(),
            SampleModel.With("set $orders/columns/4/id \"x\"", "set $orders/columns/4/name \"Price\""));
        Assert.Contains(comparison.Changes, change => change is { Change: ChangeKind.Removed, Kind: "column" });
        Assert.Empty(comparison.RenewedIds);
    }

    [Fact]
    public void Security_is_matched_in_each_order_of_its_keys() =>
        Assert.Equal(
            "s1>x",
            string.Join(
                ",",
                SpecDiff
                    .Compare(
                        SampleModel.Document(),
                        SampleModel.With(
                            """set $orders/columnSecurities [{"restrictedColumns":["c-cost"],"id":"x","criteria":{"kind":"no-one-can-view"}}]"""
                        ))
                    .RenewedIds.Select(pair => pair.Key + ">" + pair.Value)));

    private static SpecDocument Renewed(string id) => Renewed([id]);

    private static SpecDocument Renewed(string[] ids, params string[] edits)
    {
        var text = ids.Aggregate(Trees.Compact(SampleModel.Tree(More)), (all, id) =>
            all.Replace($"\"{id}\"", $"\"new {id}\"", StringComparison.Ordinal));
        return SampleModel.Edited(SpecDocument.Parse(text, "the renewed shop"), edits);
    }
}
