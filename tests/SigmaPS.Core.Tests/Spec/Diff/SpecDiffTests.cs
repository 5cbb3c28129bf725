using System.Linq;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Diff;

public sealed class SpecDiffTests
{
    [Theory]
    [InlineData("""add /pages {"id":"p3","name":"More","elements":[]}""", "added page \"More\"")]
    [InlineData(
        """add /pages/1/elements {"id":"t","kind":"table","source":{"kind":"sql","connectionId":"conn","statement":"select 1"},"columns":[],"name":"One"}""",
        "added element \"Dimensions / One\"")]
    [InlineData(
        """add /pages/1/elements {"id":"k","kind":"control","controlId":"Day","controlType":"date"}""",
        "added control \"Dimensions / Day\"")]
    [InlineData("""add $orders/columns {"id":"x","formula":"[ORDERS/TAX_RATE]"}""", "added column \"Facts / Orders / Tax Rate\"")]
    [InlineData("""add $orders/metrics {"id":"x","formula":"Max([Net])","name":"Best"}""", "added metric \"Facts / Orders / Best\"")]
    [InlineData(
        """add $orders/relationships {"id":"x","targetElementId":"customers","keys":[],"name":"Payer"}""",
        "added relationship \"Facts / Orders / Payer\"")]
    [InlineData(
        """add $orders/relationships {"id":"x","targetElementId":"customers","keys":[]}""",
        "added relationship \"Facts / Orders / CUSTOMERS\"")]
    [InlineData("""add $orders/filters {"id":"x","columnId":"c-net","kind":"list"}""", "added filter \"Facts / Orders / Net list\"")]
    [InlineData("""add $orders/folders {"id":"x","name":"Keys"}""", "added folder \"Facts / Orders / Keys\"")]
    [InlineData("""add $orders/sort {"columnId":"c-net","direction":"ascending"}""", "added sort \"Facts / Orders / Net\"")]
    public void Thing_that_came_is_one_change(string edit, string line) => Says(edit, line);

    [Theory]
    [InlineData("remove $orders/columns/4", "removed column \"Facts / Orders / Cost\"")]
    [InlineData("remove $orders/metrics/0", "removed metric \"Facts / Orders / Net Total\"")]
    [InlineData("remove $orders/metrics", "removed metric \"Facts / Orders / Net Total\"")]
    [InlineData("remove $orders/relationships/0", "removed relationship \"Facts / Orders / Customer\"")]
    [InlineData("remove $orders/filters/0", "removed filter \"Facts / Orders / Amount number-range\"")]
    [InlineData("remove $orders/folders/0", "removed folder \"Facts / Orders / Money\"")]
    [InlineData("remove $orders/sort/1", "removed sort \"Facts / Orders / Order Id\"")]
    [InlineData("remove /pages/1/elements/0", "removed element \"Dimensions / CUSTOMERS\"")]
    [InlineData("remove /pages/0/elements/1", "removed control \"Facts / Least\"")]
    [InlineData("remove /pages/1", "removed page \"Dimensions\"", "removed element \"Dimensions / CUSTOMERS\"")]
    public void Thing_that_went_is_one_change(string edit, params string[] lines) => Says(edit, lines);

    [Theory]
    [InlineData("set /pages/0/name \"Sales\"", "renamed page \"Facts\" to \"Sales\"")]
    [InlineData("set $orders/name \"Sales\"", "renamed element \"Orders\" to \"Facts / Sales\"")]
    [InlineData("set /pages/0/elements/1/name \"At least\"", "renamed control \"Least\" to \"Facts / At least\"")]
    [InlineData("set $orders/columns/5/name \"Profit\"", "renamed column \"Net\" to \"Facts / Orders / Profit\"")]
    [InlineData("set $orders/columns/0/name \"Number\"", "renamed column \"Order Id\" to \"Facts / Orders / Number\"")]
    [InlineData("remove $orders/columns/5/name", "renamed column \"Net\" to \"Facts / Orders / c-net\"")]
    [InlineData("set $orders/metrics/0/name \"Profit\"", "renamed metric \"Net Total\" to \"Facts / Orders / Profit\"")]
    [InlineData("set $orders/relationships/0/name \"Buyer\"", "renamed relationship \"Customer\" to \"Facts / Orders / Buyer\"")]
    [InlineData("set $orders/folders/0/name \"Sums\"", "renamed folder \"Money\" to \"Facts / Orders / Sums\"")]
    public void New_name_is_one_change(string edit, string line) => Says(edit, line);

    [Theory]
    [InlineData("set /pages/0/future 1", "changed page \"Facts\": future (none) → 1")]
    [InlineData("set $orders/description \"All\"", "changed element \"Facts / Orders\": description (none) → All")]
    [InlineData(
        "set $orders/source/path/2 \"SALES\"",
        "changed element \"Facts / Orders\": source …DB\",\"SHOP\",\"ORDERS\"]} → …DB\",\"SHOP\",\"SALES\"]}")]
    [InlineData("remove $orders/visibleAsSource", "changed element \"Facts / Orders\": visibleAsSource false → (none)")]
    [InlineData("set $orders/summary []", "changed element \"Facts / Orders\": summary [\"c-net\"] → []")]
    [InlineData("set /pages/0/elements/1/min 2.5", "changed control \"Facts / Least\": min 1 → 2.5")]
    [InlineData(
        "set /pages/0/elements/1/filters []",
        "changed control \"Facts / Least\": filters [{\"source\":{\"kind\":\"table\",\"elementId\":\"orders\"},\"columnId\"… → []")]
    [InlineData(
        "set $orders/columns/5/formula \"[Amount]\"",
        "changed column \"Facts / Orders / Net\": formula [Amount] - [Cost] → [Amount]")]
    [InlineData("set $orders/columns/0/hidden true", "changed column \"Facts / Orders / Order Id\": hidden (none) → true")]
    [InlineData(
        "remove $orders/columns/3/format",
        "changed column \"Facts / Orders / Amount\": format {\"kind\":\"number\",\"formatString\":\",.2f\"} → (none)")]
    [InlineData(
        "set $orders/metrics/0/formula \"Avg([Net])\"",
        "changed metric \"Facts / Orders / Net Total\": formula Sum([Net]) → Avg([Net])")]
    [InlineData(
        "set $orders/relationships/0/keys/0/targetColumnId \"k-name\"",
        "changed relationship \"Facts / Orders / Customer\": keys [{\"sourceColumnId\":\"c-cust\",\"targetColumnId\":\"k-id\"}] → "
            + "[{\"sourceColumnId\":\"c-cust\",\"targetColumnId\":\"k-name\"}]"
    )]
    [InlineData("set $orders/filters/0/min 10", "changed filter \"Facts / Orders / Amount number-range\": min 0 → 10")]
    [InlineData("set $orders/filters/0/min null", "changed filter \"Facts / Orders / Amount number-range\": min 0 → null")]
    [InlineData("set $orders/filters/0/name \"Paid\"", "changed filter \"Facts / Orders / Amount number-range\": name (none) → Paid")]
    [InlineData(
        "swap $orders/folders/0/items 0 1",
        "changed folder \"Facts / Orders / Money\": items [\"c-amount\",\"c-net\"] → [\"c-net\",\"c-amount\"]")]
    [InlineData(
        "set $orders/sort/0/direction \"ascending\"",
        "changed sort \"Facts / Orders / Order Date\": direction descending → ascending")]
    public void Property_is_one_change(string edit, string line) => Says(edit, line);

    [Theory]
    [InlineData("set $orders/groupings/0/groupBy [\"c-id\"]", ChangeKind.Changed, "grouping")]
    [InlineData("remove $orders/groupings/0", ChangeKind.Removed, "grouping")]
    [InlineData("""add $orders/groupings {"id":"g2","groupBy":["c-id"]}""", ChangeKind.Added, "grouping")]
    [InlineData("set $orders/columnSecurities/0/restrictedColumns [\"c-net\"]", ChangeKind.Changed, "security")]
    [InlineData("remove $orders/columnSecurities", ChangeKind.Removed, "security")]
    [InlineData(
        """add $orders/columnSecurities {"id":"s2","criteria":{"kind":"no-one-can-view"},"restrictedColumns":[]}""",
        ChangeKind.Added,
        "security")]
    public void Item_without_a_name_is_one_change_too(string edit, ChangeKind change, string kind)
    {
        var only = Assert.Single(SpecDiff.Compare(SampleModel.Document(), SampleModel.With(edit)).Changes);
        Assert.Equal((change, kind), (only.Change, only.Kind));
    }

    [Theory]
    [InlineData("swap $orders/order 0 1", "moved columns of \"Facts / Orders\"")]
    [InlineData(
        "swap $orders/sort 0 1",
        "changed element \"Facts / Orders\": sort [{\"columnId\":\"c-date\",\"direction\":\"descending\"},{\"columnId\"… → "
            + "[{\"columnId\":\"c-id\",\"direction\":\"ascending\"},{\"columnId\":\"c…"
    )]
    public void Order_that_carries_meaning_is_one_change(string edit, string line) => Says(edit, line);

    [Fact]
    public void Order_of_grouping_levels_carries_meaning()
    {
        const string second = """add $orders/groupings {"id":"g2","groupBy":["c-id"]}""";
        var change = Assert.Single(
            SpecDiff.Compare(SampleModel.With(second), SampleModel.With(second, "swap $orders/groupings 0 1")).Changes);
        Assert.Equal((ChangeKind.Changed, "element", "groupings"), (change.Change, change.Kind, change.Property));
    }

    [Fact]
    public void Order_of_pages_is_one_change() =>
        Assert.Equal(
            "moved page \"Dimensions\"",
            ChangeFormatter.Line(Assert.Single(SpecDiff.Compare(SampleModel.Document(), SampleModel.With("swap /pages 0 1")).Changes)));

    [Fact]
    public void Renamed_page_with_a_new_ID_is_matched_by_its_elements() =>
        Says(["set /pages/0/id \"n\"", "set /pages/0/name \"Sales\""], "renamed page \"Facts\" to \"Sales\"");

    [Fact]
    public void Element_on_another_page_is_moved_and_nothing_else()
    {
        var control = Trees.Compact(SampleModel.At(SampleModel.Document().Root, "/pages/0/elements/1"));
        Says(
            ["remove /pages/0/elements/1", "add /pages/1/elements " + control],
            "moved control \"Dimensions / Least\" from page \"Facts\" to \"Dimensions\"");
    }

    [Fact]
    public void Removed_column_is_one_change_when_its_IDs_in_layout_lists_went_with_it() =>
        Says(["remove $orders/columns/0", "remove $orders/order/0"], "removed column \"Facts / Orders / Order Id\"");

    [Fact]
    public void Added_column_is_one_change_although_order_names_it() =>
        Says(
            ["""add $orders/columns {"id":"x","formula":"1","name":"One"}""", "add $orders/order \"x\""],
            "added column \"Facts / Orders / One\"");

    [Fact]
    public void Element_of_an_unknown_kind_is_compared_by_property() => Assert.Equal(
        ["changed element \"Facts / pic\": columns [1] → [2]"],
        SpecDiff.Compare(SampleModel.With(Picture(1)), SampleModel.With(Picture(2))).Changes.Select(ChangeFormatter.Line));

    [Theory]
    [InlineData("set $orders/columns/5/formula \"1\"", "/pages/0/elements/0/columns/5/formula")]
    [InlineData("remove $orders/columns/4", "/pages/0/elements/0/columns/4")]
    [InlineData("""add $orders/columns {"id":"x","formula":"1"}""", "/pages/0/elements/0/columns/6")]
    [InlineData("set $orders/a~b 1", "/pages/0/elements/0/a~0b")]
    [InlineData("swap $orders/order 0 1", "/pages/0/elements/0/order")]
    public void Change_contains_the_path_of_its_item(string edit, string pointer) =>
        Assert.Equal(pointer, Assert.Single(SpecDiff.Compare(SampleModel.Document(), SampleModel.With(edit)).Changes).Pointer);

    private static string Picture(int value) => $$"""add /pages/0/elements {"id":"pic","kind":"picture","columns":[{{value}}]}""";

    private static void Says(string edit, params string[] lines) => Says([edit], lines);

    private static void Says(string[] edits, params string[] lines) =>
        Assert.Equal(lines, SpecDiff.Compare(SampleModel.Document(), SampleModel.With(edits)).Changes.Select(ChangeFormatter.Line));
}
