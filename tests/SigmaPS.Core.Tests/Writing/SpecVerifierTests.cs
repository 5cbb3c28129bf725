using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class SpecVerifierTests
{
    [Fact]
    public void Write_that_came_out_as_sent_has_no_findings() => Assert.Empty(Findings(SampleModel.Document(), SampleModel.Document()));

    [Fact]
    public void Known_rewrite_gives_no_finding()
    {
        const string raw = "set $orders/columns/0/formula \"[ORDERS/ORDER_ID]\"";
        Assert.Empty(Findings(SampleModel.With(raw, "set $orders/columns/0/name \"Order Id\""), SampleModel.Document()));
    }

    [Fact]
    public void ID_that_existed_and_was_renewed_is_reported_and_a_new_one_is_not()
    {
        const string added = """add $orders/columns {"id":"mine","formula":"1","name":"One"}""";
        var findings = Findings(
            SampleModel.With(added),
            SampleModel.With(added, "set $orders/columns/6/id \"Ab3dEf6hIj\"", "set $orders/metrics/0/id \"renewed\""));
        Assert.Equal(
            "Sigma changed the ID 'm-net' to 'renewed'. Workbooks that use the old ID will not find the item.",
            Assert.Single(findings));
    }

    [Fact]
    public void New_column_is_not_a_loss_where_another_element_has_one_of_that_ID()
    {
        const string added = """add /pages/1/elements/0/columns {"id":"c-net","formula":"1","name":"One"}""";
        Assert.Empty(Findings(SampleModel.With(added), SampleModel.With(added, "set /pages/1/elements/0/columns/2/id \"Ab3dEf6hIj\"")));
    }

    [Fact]
    public void ID_that_the_service_renewed_twice_is_reported_with_its_live_value()
    {
        var live = SampleModel.With(
            "set $orders/columns/5/id \"first\"",
            "set $orders/folders/0/items/1 \"first\"",
            "set $orders/summary/0 \"first\"");
        var now = SampleModel.With(
            "set $orders/columns/5/id \"second\"",
            "set $orders/folders/0/items/1 \"second\"",
            "set $orders/summary/0 \"second\"");
        Assert.Equal(
            "Sigma changed the ID 'first' to 'second'. Workbooks that use the old ID will not find the item.",
            Assert.Single(Findings(SampleModel.Document(), now, live: live)));
        Assert.Empty(Findings(SampleModel.Document(), live, live: live));
    }

    [Fact]
    public void Renewed_element_is_reported_once_and_its_references_are_not() =>
        Assert.Equal(
            "Sigma changed the ID 'orders' to 'n'. Workbooks that use the old ID will not find the item.",
            Assert.Single(
                Findings(
                    SampleModel.Document(),
                    SampleModel.With("set $orders/id \"n\"", "set /pages/0/elements/1/filters/0/source/elementId \"n\""))));

    [Fact]
    public void IDs_that_were_renewed_before_and_again_are_reported_for_the_element_and_its_columns()
    {
        static SpecDocument Renewed(string element, string column) => SampleModel.With(
            $"set $orders/id \"{element}\"",
            $"set /pages/0/elements/1/filters/0/source/elementId \"{element}\"",
            $"set $orders/columns/5/id \"{column}\"",
            $"set $orders/folders/0/items/1 \"{column}\"",
            $"set $orders/summary/0 \"{column}\"");
        Assert.Equal(
            [
                "Sigma changed the ID 'c1' to 'c2'. Workbooks that use the old ID will not find the item.",
                "Sigma changed the ID 'e1' to 'e2'. Workbooks that use the old ID will not find the item.",
            ],
            Findings(SampleModel.Document(), Renewed("e2", "c2"), live: Renewed("e1", "c1")).Order());
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Version_of_another_person_between_is_reported(long version, bool isTold)
    {
        var findings = Findings(SampleModel.Document(), SampleModel.With($"set /latestDocumentVersion {version}"));
        Assert.Equal(isTold, findings.Any(finding => finding.Contains("person published \"Shop\"", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void Sent_value_that_is_missing_is_reported() =>
        Assert.Equal(
            "Sigma did not store the column \"Facts / Orders / Cost\".",
            Assert.Single(Findings(SampleModel.Document(), SampleModel.With("remove $orders/columns/4"))));

    [Fact]
    public void Value_that_no_rewrite_explains_is_reported() =>
        Assert.Equal(
            "Sigma stored a different value: changed metric \"Facts / Orders / Net Total\": formula Sum([Net]) → Avg([Net]).",
            Assert.Single(Findings(SampleModel.Document(), SampleModel.With("set $orders/metrics/0/formula \"Avg([Net])\""))));

    [Fact]
    public void Formula_that_the_service_cannot_resolve_is_reported_with_its_element()
    {
        var columns = ApiJson
            .Read<ListPage<ColumnEntry>>(
                new ApiResponse(
                    200,
                    "application/json",
                    """{"entries":[{"columnId":"c","name":"Bad","formula":"[Nope]","elementId":"orders","type":{"type":"error"}},{"columnId":"d","name":"Good","elementId":"orders","type":{"type":"text"}},{"columnId":"e","formula":"1","elementId":"other","type":"error"}]}""",
                    null),
                "x")
            .Entries;
        Assert.Equal(
            [
                "The formula of column \"Bad\" in \"Orders\" does not resolve: [Nope]",
                "The formula of column \"e\" in \"other\" does not resolve: 1",
            ],
            Findings(SampleModel.Document(), SampleModel.Document(), columns));
    }

    private static IReadOnlyList<string> Findings(
        SpecDocument sent,
        SpecDocument now,
        IReadOnlyList<ColumnEntry>? columns = null,
        SpecDocument? live = null) =>
        SpecVerifier
            .Findings(
                new SpecWritePlan(new SpecWriteRequest(SampleModel.Id, sent), live ?? SampleModel.Document(), SampleModel.Text),
                now,
                SpecDiff.Compare(sent, now),
                columns ?? [])
            .ToList();
}
