using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

public sealed class ServiceRewritesTests
{
    private const string Join =
        """{"kind":"join","joins":[{"left":{"kind":"table","elementId":"a"},"right":{"kind":"table","elementId":"b"},"columns":[{"left":"[ORDER_ID]","right":"[Id]","op":"<=>"}],"joinType":"lookup"}]}""";

    [Theory]
    [InlineData("[ORDERS/ORDER_ID]", "[ORDERS/Order Id]")]
    [InlineData("Sum([ORDERS/NET_AMOUNT]) / [T/R/UNIT_PRICE]", "Sum([ORDERS/Net Amount]) / [T/R/Unit Price]")]
    [InlineData("[Net_Amount] & \"[RAW_NAME]\"", "[Net Amount] & \"[RAW_NAME]\"")]
    public void Reference_in_raw_form_comes_back_friendly(string sent, string live) =>
        Assert.True(Explained("columns/5/formula", Quote(sent), Quote(live)));

    [Theory]
    [InlineData("[ORDERS/ORDER_ID]", "[ORDERS/Order Date]")]
    [InlineData("[ORDERS/ORDER_ID]", "[Orders/Order Id]")]
    [InlineData("[ORDERS/ORDER_ID]", "[Order Id]")]
    [InlineData("[A/B/C_D]", @"[A\/B/C D]")]
    [InlineData("Sum([Net])", "Avg([Net])")]
    [InlineData("Sum([Net])", "sum([Net])")]
    [InlineData("\"A_B\"", "\"A B\"")]
    [InlineData("[Net]", "")]
    public void Another_formula_is_not_explained(string sent, string live) =>
        Assert.False(Explained("columns/5/formula", Quote(sent), Quote(live)));

    [Theory]
    [InlineData("\"lookup\"", "\"left-outer\"")]
    [InlineData("\"<=>\"", "\"is-not-distinct-from\"")]
    [InlineData("\"[ORDER_ID]\"", "\"[Order Id]\"")]
    [InlineData("\"joinType\":\"lookup\"}]", "\"joinType\":\"left-outer\"}],\"primarySource\":{\"kind\":\"table\",\"elementId\":\"a\"}")]
    [InlineData(",\"joinType\":\"lookup\"", ",\"joinType\":\"left-outer\"")]
    public void Join_comes_back_in_the_words_of_the_service(string part, string rewritten) =>
        Assert.True(Explained("source", Join, Join.Replace(part, rewritten, System.StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"lookup\"", "\"inner\"")]
    [InlineData("\"lookup\"", "\"full-outer\"")]
    [InlineData("\"lookup\"", "\"right-outer\"")]
    [InlineData("\"<=>\"", "\"is-distinct-from\"")]
    [InlineData("\"elementId\":\"b\"", "\"elementId\":\"c\"")]
    [InlineData("\"[Id]\"", "\"[Name]\"")]
    [InlineData("\"joinType\":\"lookup\"}]", "\"joinType\":\"lookup\"}],\"name\":\"J\"")]
    public void Another_join_is_not_explained(string part, string other) =>
        Assert.False(Explained("source", Join, Join.Replace(part, other, System.StringComparison.Ordinal)));

    [Fact]
    public void Another_primary_source_than_the_first_left_side_is_not_explained()
    {
        string With(string element) => Join[..^1] + ",\"primarySource\":{\"kind\":\"table\",\"elementId\":\"" + element + "\"}}";
        Assert.True(Explained("source", Join, With("a")));
        Assert.False(Explained("source", With("a"), With("b")));
        Assert.False(Explained("source", With("b"), Join));
    }

    [Fact]
    public void Grouping_base_is_not_a_difference_and_any_other_one_is()
    {
        Assert.Empty(
            SpecDiff
                .Compare(
                    SampleModel.With("set $orders/source {\"kind\":\"table\",\"elementId\":\"a\"}"),
                    SampleModel.With("set $orders/source {\"kind\":\"table\",\"elementId\":\"a\",\"groupingId\":\"base\"}"))
                .Changes);
        Assert.False(Explained("source", """{"kind":"table","elementId":"a"}""", """{"kind":"table","elementId":"a","groupingId":"g1"}"""));
    }

    [Fact]
    public void Order_that_was_left_out_is_written_out_and_one_that_was_sent_is_kept()
    {
        Assert.True(AllExplained(["remove $orders/order"], ["set $orders/order [\"fold\",\"c-cust\",\"c-id\"]"]));
        Assert.False(
            AllExplained(["set $orders/order [\"c-id\",\"c-cust\",\"fold\"]"], ["set $orders/order [\"fold\",\"c-cust\",\"c-id\"]"]));
    }

    [Theory]
    [InlineData("set $orders/columns/0/formula \"[ORDERS/TAX_RATE]\"", "set $orders/columns/0/name \"TAX_RATE\"")]
    [InlineData("remove $orders/columns/5/name", "set $orders/columns/5/name \"[Amount] - [Cost]\"")]
    [InlineData("remove $orders/metrics/0/name", "set $orders/metrics/0/name \"Sum of Net\"")]
    [InlineData("set $orders/source {\"kind\":\"union\",\"sources\":[{},{}]}", "set $orders/name \"Union of 2 Sources\"")]
    [InlineData("set $orders/source {\"kind\":\"transpose\",\"source\":{}}", "set $orders/name \"Transpose of ORDERS\"")]
    [InlineData("set $orders/source {\"kind\":\"table\",\"elementId\":\"customers\"}", "set $orders/name \"CUSTOMERS\"")]
    [InlineData("remove $orders/relationships/0/name", "set $orders/relationships/0/name \"Customers\"")]
    public void Default_name_may_be_added(string sent, string live)
    {
        string[] nameless = live.Contains("$orders/name", System.StringComparison.Ordinal) ? ["remove $orders/name", sent] : [sent];
        Assert.True(AllExplained(nameless, [.. nameless, live]));
    }

    [Theory]
    [InlineData("set $orders/columns/0/name \"Number\"")]
    [InlineData("set /pages/1/elements/0/name \"Buyers\"")]
    public void Another_name_than_the_default_is_a_renaming_even_where_none_was_sent(string live) => Assert.False(AllExplained([], [live]));

    [Theory]
    [InlineData("TAX_RATE", true)]
    [InlineData("Vat", false)]
    public void Default_name_may_be_left_out_and_no_other(string name, bool silent)
    {
        const string raw = "set $orders/columns/0/formula \"[ORDERS/TAX_RATE]\"";
        Assert.Equal(silent, AllExplained([raw, $"set $orders/columns/0/name \"{name}\""], [raw]));
    }

    [Theory]
    [InlineData("remove $orders/columns/4")]
    [InlineData("""add $orders/columns {"id":"x","formula":"1"}""")]
    [InlineData("set $orders/name \"Sales\"")]
    [InlineData("set $orders/columns/5/name \"Other\"")]
    [InlineData("remove $orders/columns/5/name")]
    [InlineData("remove $orders/relationships/0/name")]
    [InlineData("set $orders/description \"x\"")]
    [InlineData("remove $orders/columns/3/format")]
    [InlineData("set $orders/filters/0/min 1")]
    [InlineData("set $orders/relationships/0/targetElementId \"orders\"")]
    [InlineData("swap $orders/sort 0 1")]
    public void Anything_else_is_not_explained(string edit) => Assert.False(AllExplained([], [edit]));

    private static bool Explained(string property, string sent, string live) =>
        AllExplained([$"set $orders/{property} {sent}"], [$"set $orders/{property} {live}"]);

    private static bool AllExplained(string[] sent, string[] live) =>
        SpecDiff.Compare(SampleModel.With(sent), SampleModel.With(live)).Changes.All(ServiceRewrites.IsKnownRewrite);

    private static string Quote(string text) => Trees.Compact(new JsonString(text));
}
