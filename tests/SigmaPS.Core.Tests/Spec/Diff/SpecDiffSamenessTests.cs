using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class SpecDiffSamenessTests
{
    [Fact]
    public void Equal_documents_have_no_difference() => Nothing(SampleModel.Document(), SampleModel.Document());

    [Fact]
    public void Order_of_keys_does_not_count() =>
        Nothing(SampleModel.Document(), SpecDocument.From(Trees.Reversed(SampleModel.Document().Root), "x"));

    [Fact]
    public void Page_IDs_do_not_count()
    {
        var other = SampleModel.With("set /pages/0/id \"n1\"", "set /pages/1/id \"n2\"");
        Nothing(SampleModel.Document(), other);
        Assert.Empty(SpecDiff.Compare(SampleModel.Document(), other).RenewedIds);
    }

    [Fact]
    public void Server_managed_fields_do_not_count() =>
        Nothing(
            SampleModel.Document(),
            SampleModel.With(
                "set /documentVersion 9",
                "remove /ownerId",
                "set /updatedBy \"bob\"",
                "set /url \"x\"",
                "set /kind \"data-model\""));

    [Theory]
    [InlineData("set /pages/1/elements/0/metrics []")]
    [InlineData("set /pages/1/elements/0/filters []")]
    [InlineData("set /pages/1/elements/0/summary []")]
    [InlineData("set /pages/1/elements/0/sort []")]
    [InlineData("set /pages/1/elements/0/visibleAsSource true")]
    [InlineData("set /pages/1/elements/0/name \"CUSTOMERS\"")]
    [InlineData("set /pages/1/elements/0/columns/0/name \"Customer Id\"")]
    [InlineData("remove /pages/1/elements/0/order")]
    [InlineData("remove $orders/columns/3/name")]
    [InlineData("set $orders/filters/0/min 0.0")]
    public void Explicit_default_does_not_count_as_a_change(string edit)
    {
        Nothing(SampleModel.Document(), SampleModel.With(edit));
        Nothing(SampleModel.With(edit), SampleModel.Document());
    }

    [Fact]
    public void Join_operator_that_is_the_default_does_not_count()
    {
        const string join =
            """set $orders/source {"kind":"join","joins":[{"left":{"kind":"table","elementId":"a"},"right":{"kind":"table","elementId":"b"},"columns":[{"left":"[A]","right":"[A]"OP}],"joinType":"inner"}]}""";
        Nothing(
            SampleModel.With(join.Replace("OP", "", StringComparison.Ordinal)),
            SampleModel.With(join.Replace("OP", ",\"op\":\"=\"", StringComparison.Ordinal)));
        Assert.Single(
            SpecDiff
                .Compare(
                    SampleModel.With(join.Replace("OP", "", StringComparison.Ordinal)),
                    SampleModel.With(join.Replace("OP", ",\"op\":\"<\"", StringComparison.Ordinal)))
                .Changes);
    }

    [Fact]
    public void Position_of_a_column_does_not_count_where_order_gives_it()
    {
        Nothing(SampleModel.Document(), SampleModel.With("swap $orders/columns 0 2"));
        Assert.Single(
            SpecDiff
                .Compare(SampleModel.With("remove $orders/order"), SampleModel.With("remove $orders/order", "swap $orders/columns 0 2"))
                .Changes);
    }

    [Fact]
    public void Renewed_IDs_are_matched_by_name_and_reported_as_such()
    {
        var comparison = SpecDiff.Compare(
            SampleModel.With("remove $orders/filters", "remove $orders/folders", "remove $orders/summary"),
            SampleModel.With(
                "remove $orders/filters",
                "remove $orders/folders",
                "remove $orders/summary",
                "set $orders/columns/5/id \"x5\"",
                "set $orders/metrics/0/id \"xm\"",
                "set $orders/relationships/0/id \"xr\"",
                "set $orders/groupings/0/id \"xg\"",
                "set $orders/columnSecurities/0/id \"xs\""));
        Assert.Empty(comparison.Changes);
        Assert.Equal(
            ["c-net>x5", "m-net>xm", "r1>xr", "g1>xg", "s1>xs"],
            comparison.RenewedIds.Select(pair => pair.Key + ">" + pair.Value));
    }

    [Fact]
    public void Element_whose_ID_was_renewed_is_found_by_name_and_source()
    {
        var comparison = SpecDiff.Compare(
            SampleModel.Document(),
            SampleModel.With("set /pages/1/elements/0/id \"n\"", "set $orders/relationships/0/targetElementId \"n\""));
        Assert.Contains(new KeyValuePair<string, string>("customers", "n"), comparison.RenewedIds);
        Assert.DoesNotContain(comparison.Changes, change => change.Change is ChangeKind.Added or ChangeKind.Removed);
    }

    [Fact]
    public void Things_of_one_name_are_paired_in_their_order()
    {
        const string twin = """add $orders/metrics {"id":"m2","formula":"Sum([Net])","name":"Net Total"}""";
        Nothing(SampleModel.With(twin), SampleModel.With(twin));
        var comparison = SpecDiff.Compare(
            SampleModel.With(twin),
            SampleModel.With(twin, "set $orders/metrics/0/id \"a\"", "set $orders/metrics/1/id \"b\""));
        Assert.Empty(comparison.Changes);
        Assert.Equal(["m-net>a", "m2>b"], comparison.RenewedIds.Select(pair => pair.Key + ">" + pair.Value));
    }

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Real_document_equals_itself_in_each_layout(string name)
    {
        var text = SpecFiles.Text(name);
        var document = SpecDocument.Parse(text, name);
        Nothing(document, SpecDocument.Parse(text, name));
        Nothing(document, SpecDocument.From(Trees.Reversed(document.Root), name));
        Nothing(document, SpecDocument.From(Defaults.Strip(document.Root), name));
        Nothing(SpecDocument.From(Defaults.Strip(document.Root), name), document);
    }

    private static void Nothing(SpecDocument a, SpecDocument b) =>
        Assert.Empty(SpecDiff.Compare(a, b).Changes.Select(ChangeFormatter.Line));
}
