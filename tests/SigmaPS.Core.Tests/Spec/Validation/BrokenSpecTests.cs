using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Validation;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Spec.Validation;

/// <summary>A good spec, one change, and the rule that has to find it.</summary>
public sealed class BrokenSpecTests
{
    [Fact]
    public void Good_spec_has_no_errors() => Assert.Equal([], Errors(SampleModel.Tree()).Select(Judged.Text));

    [Theory]
    [InlineData("missing-key", "remove /schemaVersion")]
    [InlineData("missing-key", "remove /pages")]
    [InlineData("missing-key", "remove /pages/0/id")]
    [InlineData("missing-key", "remove /pages/0/name")]
    [InlineData("missing-key", "remove /pages/0/elements")]
    [InlineData("missing-key", "remove $orders/id")]
    [InlineData("missing-key", "remove $orders/kind")]
    [InlineData("missing-key", "remove $orders/source")]
    [InlineData("missing-key", "remove $orders/columns")]
    [InlineData("missing-key", "remove $orders/source/kind")]
    [InlineData("missing-key", "remove $orders/source/path")]
    [InlineData("missing-key", "remove $orders/source/connectionId")]
    [InlineData("missing-key", "remove $orders/columns/0/id")]
    [InlineData("missing-key", "remove $orders/columns/0/formula")]
    [InlineData("missing-key", "remove $orders/columns/3/format/kind")]
    [InlineData("missing-key", "remove $orders/metrics/0/id")]
    [InlineData("missing-key", "remove $orders/metrics/0/formula")]
    [InlineData("missing-key", "remove $orders/groupings/0/id")]
    [InlineData("missing-key", "remove $orders/relationships/0/id")]
    [InlineData("missing-key", "remove $orders/relationships/0/targetElementId")]
    [InlineData("missing-key", "remove $orders/relationships/0/keys")]
    [InlineData("missing-key", "remove $orders/relationships/0/keys/0/sourceColumnId")]
    [InlineData("missing-key", "remove $orders/relationships/0/keys/0/targetColumnId")]
    [InlineData("missing-key", "remove $orders/filters/0/id")]
    [InlineData("missing-key", "remove $orders/filters/0/columnId")]
    [InlineData("missing-key", "remove $orders/filters/0/kind")]
    [InlineData("missing-key", "remove $orders/folders/0/id")]
    [InlineData("missing-key", "remove $orders/folders/0/name")]
    [InlineData("missing-key", "remove $orders/columnSecurities/0/criteria")]
    [InlineData("missing-key", "remove $orders/columnSecurities/0/restrictedColumns")]
    [InlineData("missing-key", "remove $orders/sort/0/direction")]
    [InlineData("missing-key", "remove /pages/0/elements/1/controlId")]
    [InlineData("missing-key", "remove /pages/0/elements/1/controlType")]
    [InlineData("missing-key", "set /pages/0/elements/1/controlType \"slider\"")]
    [InlineData("missing-key", "set $orders/source {\"kind\":\"sql\",\"connectionId\":\"c\",\"sql\":\"select 1\"}")]
    [InlineData("missing-key", "set $orders/source {\"kind\":\"join\",\"left\":{},\"right\":{}}")]
    [InlineData("missing-key", "set $orders/source {\"kind\":\"union\",\"sources\":[]}")]
    [InlineData("missing-key", "set $orders/source {\"kind\":\"data-model\",\"elementId\":\"x\"}")]
    [InlineData("missing-key", "set $orders/source {\"kind\":\"transpose\",\"source\":{\"kind\":\"table\",\"elementId\":\"customers\"}}")]
    [InlineData("missing-key", "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\"}")]
    [InlineData(
        "missing-key",
        "set $orders/filters/0 "
            + "{\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"mode\":\"between\",\"endDate\":\"2026-01-01\"}"
    )]
    [InlineData("missing-key", "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"mode\":\"on\"}")]
    [InlineData(
        "missing-key",
        "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"mode\":\"last\",\"value\":3}")]
    [InlineData("missing-key", "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"mode\":\"custom\"}")]
    [InlineData(
        "missing-key",
        "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"top-n\",\"rankingFunction\":\"rank\"}")]
    [InlineData("missing-key", "set $orders/filters/0 {\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"text-match\"}")]
    [InlineData("missing-key", "set $orders/columnSecurities/0/criteria {\"kind\":\"user-attribute\"}")]
    [InlineData(
        "missing-key",
        "set $orders/columnSecurities/0/criteria {\"kind\":\"specific-users-and-teams\",\"assignments\":[{\"type\":\"user\"}]}")]
    [InlineData("wrong-type", "set /schemaVersion \"1\"")]
    [InlineData("wrong-type", "set /schemaVersion 2")]
    [InlineData("wrong-type", "set /pages {}")]
    [InlineData("wrong-type", "set /pages null")]
    [InlineData("wrong-type", "set /pages/0 7")]
    [InlineData("wrong-type", "set /pages/0/name null")]
    [InlineData("wrong-type", "set $orders/source \"ORDERS\"")]
    [InlineData("wrong-type", "set $orders/source/path \"DB.SHOP.ORDERS\"")]
    [InlineData("wrong-type", "set $orders/source/path/0 7")]
    [InlineData("wrong-type", "set $orders/columns/0 \"c-id\"")]
    [InlineData("wrong-type", "set $orders/columns/0/formula 7")]
    [InlineData("wrong-type", "set $orders/columns/0/hidden \"true\"")]
    [InlineData("wrong-type", "set $orders/columns/3/format \",.2f\"")]
    [InlineData("wrong-type", "set $orders/filters/0/min \"0\"")]
    [InlineData("wrong-type", "set $orders/filters/0/min null")]
    [InlineData("wrong-type", "set $orders/order {}")]
    [InlineData("wrong-type", "set $orders/visibleAsSource \"no\"")]
    [InlineData("wrong-type", "set /pages/0/elements/1/min true")]
    [InlineData("unknown-kind", "set $orders/kind \"tabel\"")]
    [InlineData("unknown-kind", "set $orders/source/kind \"warehouse_table\"")]
    [InlineData("unknown-kind", "set $orders/filters/0/kind \"number\"")]
    [InlineData("unknown-kind", "set /pages/0/elements/1/controlType \"dial\"")]
    [InlineData("unknown-kind", "set $orders/columns/3/format/kind \"percent\"")]
    [InlineData("unknown-kind", "set $orders/columnSecurities/0/criteria/kind \"nobody\"")]
    [InlineData("unknown-value", "set $orders/sort/0/direction \"desc\"")]
    [InlineData("unknown-value", "set $orders/filters/0/includeNulls \"sometimes\"")]
    [InlineData("unknown-value", "set $orders/filters/0/state \"off\"")]
    [InlineData("likely-slip", "set /pages/1/elements/0/metrcs []")]
    [InlineData("likely-slip", "set $orders/columns/0/Description \"x\"")]
    [InlineData("likely-slip", "set $orders/metrics/0/fromat {}")]
    [InlineData("workbook-key", "set /layout {}")]
    [InlineData("workbook-key", "set /document {}")]
    [InlineData("duplicate-id", "set /pages/1/id \"p1\"")]
    [InlineData("duplicate-id", "set /pages/1/elements/0/id \"orders\"")]
    [InlineData("duplicate-id", "set $orders/columns/1/id \"c-id\"")]
    [InlineData("duplicate-id", "add $orders/metrics {\"id\":\"m-net\",\"formula\":\"Sum([Net])\"}")]
    [InlineData("duplicate-id", "add $orders/filters {\"id\":\"f1\",\"columnId\":\"c-id\",\"kind\":\"list\"}")]
    [InlineData(
        "duplicate-id",
        "add /pages/1/elements {\"kind\":\"control\",\"id\":\"c2\",\"controlId\":\"Least\",\"controlType\":\"text-area\"}")]
    [InlineData("unknown-id", "set $orders/filters/0/columnId \"gone\"")]
    [InlineData("unknown-id", "set $orders/sort/0/columnId \"gone\"")]
    [InlineData("unknown-id", "set $orders/groupings/0/groupBy [\"gone\"]")]
    [InlineData("unknown-id", "set $orders/groupings/0/calculations [\"gone\"]")]
    [InlineData("unknown-id", "set $orders/relationships/0/targetElementId \"gone\"")]
    [InlineData("unknown-id", "set $orders/relationships/0/targetElementId \"ctl\"")]
    [InlineData("unknown-id", "set $orders/relationships/0/keys/0/sourceColumnId \"gone\"")]
    [InlineData("unknown-id", "set $orders/relationships/0/keys/0/targetColumnId \"c-cust\"")]
    [InlineData("unknown-id", "set $orders/columnSecurities/0/restrictedColumns [\"Cost\"]")]
    [InlineData("unknown-id", "set /pages/0/elements/1/filters/0/columnId \"fold\"")]
    [InlineData("unknown-id", "set /pages/0/elements/1/filters/0/source/elementId \"gone\"")]
    [InlineData("unknown-id", "set $orders/metrics/0/timeline {\"dateColumnId\":\"gone\"}")]
    [InlineData("unknown-id", "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"gone\"}")]
    [InlineData("stale-layout-id", "add $orders/order \"gone\"")]
    [InlineData("stale-layout-id", "add $orders/summary \"gone\"")]
    [InlineData("stale-layout-id", "add $orders/folders/0/items \"gone\"")]
    [InlineData("grouping-base", "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"orders\",\"groupingId\":\"base\"}")]
    [InlineData("unknown-grouping", "set /pages/1/elements/0/source {\"kind\":\"table\",\"elementId\":\"orders\",\"groupingId\":\"g9\"}")]
    [InlineData("formula-syntax", "set $orders/columns/5/formula \"[Amount - [Cost\"")]
    [InlineData("formula-syntax", "set $orders/columns/5/formula \"Amount] - 1\"")]
    [InlineData("formula-syntax", "set $orders/columns/5/formula \"Sum([Amount]\"")]
    [InlineData("formula-syntax", "set $orders/columns/5/formula \"[Amount])\"")]
    [InlineData("formula-syntax", "set $orders/metrics/0/formula \"If([Net] > 1, \\\"x)\"")]
    [InlineData("foreign-formula", "set $orders/columns/5/formula \"${TABLE}.\\\"Amount\\\"\"")]
    [InlineData("unknown-reference", "set $orders/columns/5/formula \"[Amuont] - 1\"")]
    [InlineData("unknown-reference", "set $orders/columns/5/formula \"[c-amount] - 1\"")]
    [InlineData("unknown-reference", "set $orders/columns/5/formula \"[ORDRES/Amount] - 1\"")]
    [InlineData("unknown-reference", "set $orders/metrics/0/formula \"Sum([nett])\"")]
    [InlineData("unknown-reference", "set $orders/columns/1/formula \"[ORDERS/Nope/Name]\"")]
    [InlineData("reference-case", "set $orders/metrics/0/formula \"Sum([net])\"")]
    [InlineData("column-cycle", "set $orders/columns/5/formula \"[Net] + 1\"")]
    [InlineData("column-cycle", "set $orders/columns/4 {\"id\":\"c-cost\",\"name\":\"Cost\",\"formula\":\"[Net] * 2\"}")]
    [InlineData("element-cycle", "set $orders/source {\"kind\":\"table\",\"elementId\":\"orders\"}")]
    [InlineData(
        "union-width",
        "set /pages/1/elements/0/source "
            + "{\"kind\":\"union\",\"sources\":[{\"kind\":\"table\",\"elementId\":\"orders\"}],"
            + "\"matches\":[{\"outputColumnName\":\"Customer Id\",\"sourceColumns\":[\"[Customer Id]\",null]}]}"
    )]
    [InlineData("control-id", "set /pages/0/elements/1/controlId \"At least\"")]
    [InlineData("control-id", "set /pages/0/elements/1/controlId \"\"")]
    [InlineData("missing-description", "set $orders/visibleAsSource true")]
    [InlineData("metric-format", "set $orders/name \"Orders\"")]
    [InlineData("unused-column", "set /pages/1/elements/0/columns/1/hidden true")]
    public void One_change_is_found_by_its_rule(string rule, string edit)
    {
        var issues = SpecValidator.Validate(SampleModel.Tree(edit));
        Assert.True(issues.Any(issue => issue.RuleId == rule), string.Join("\n", issues.Select(Judged.Text)));
        Assert.DoesNotContain(SpecValidator.Validate(SampleModel.Tree(edit), other => other.Id != rule), issue => issue.RuleId == rule);
    }

    [Theory]
    [InlineData("set $orders/later {\"x\": 1}")]
    [InlineData("set $orders/columns/0/colour \"red\"")]
    [InlineData("set $orders/kind \"input-table\"")]
    [InlineData("set $orders/source {\"kind\":\"csv\",\"file\":\"x\"}")]
    [InlineData("set $orders/columns/5/formula \"\"")]
    [InlineData("set $orders/columns/5/formula \"[ORDERS/Whatever It Is] & \\\"a ] ( text\\\"\"")]
    [InlineData("set $orders/columns/0/id \"k-id\"")]
    public void Legal_and_unlisted_values_are_not_errors(string edit) =>
        Assert.DoesNotContain(SpecValidator.Validate(SampleModel.Tree(edit, "set $orders/order []")), issue =>
            issue.Severity == IssueSeverity.Error && issue.RuleId is not "unknown-id");

    [Fact]
    public void Message_names_who_and_the_suggestion_what_to_write()
    {
        var issue = Assert.Single(
            Errors(
                SampleModel.Tree(
                    "set $orders/filters/0 "
                        + "{\"id\":\"f1\",\"columnId\":\"c-date\",\"kind\":\"date-range\",\"mode\":\"between\","
                        + "\"startDate\":\"2026-01-01\"}"
                )));
        Assert.Equal(
            "filter 'f1' on \"Order Date\" of table \"Orders\" (ID orders): a date-range in mode 'between' needs 'endDate'.",
            issue.Message);
        Assert.Equal("Add \"endDate\", or remove both dates.", issue.Suggestion);
        Assert.Equal(["Facts", "Orders", "f1"], issue.Names);
        Assert.Equal("/pages/0/elements/0/filters/0", issue.Pointer);
        Assert.Equal(
            "Rename 'sql' to 'statement'.",
            Assert
                .Single(
                    Errors(
                        SampleModel.Tree("set /pages/1/elements/0/source {\"kind\":\"sql\",\"connectionId\":\"c\",\"sql\":\"select 1\"}")),
                    i => i.RuleId == "missing-key")
                .Suggestion);
        Assert.Equal(
            "Rename 'colums' to 'columns'.",
            Assert
                .Single(
                    SpecValidator.Validate(SampleModel.Tree("remove /pages/1/elements/0/columns", "set /pages/1/elements/0/colums []")),
                    i => i.RuleId == "missing-key")
                .Suggestion);
    }

    [Fact]
    public void Lines_are_those_of_the_text_and_issues_come_in_its_order()
    {
        var issues = Judged.Errors(
            SampleModel
                .Text.Replace("\"formula\": \"[ORDERS/Order Date]\"", "\"formula\": 7", System.StringComparison.Ordinal)
                .Replace("\"columnId\": \"c-id\"", "\"columnId\": \"gone\"", System.StringComparison.Ordinal));
        Assert.Equal(
            [("wrong-type", 26, 41), ("unknown-id", 42, 84)],
            issues.Select(i => (i.RuleId, i.Position!.Value.Line, i.Position.Value.Column)));
    }

    [Fact]
    public void Broken_text_is_an_issue_with_its_place()
    {
        var json = Assert.Single(Judged.Json("{\n  \"pages\": oops\n}"));
        Assert.Equal(("syntax", 2, 12), (json.RuleId, json.Position!.Value.Line, json.Position.Value.Column));
        Assert.Equal("syntax", Assert.Single(SpecTextValidator.Validate("name: x\npages: [\n", Core.Spec.SpecFormat.Yaml)).RuleId);
    }

    private static SpecIssue[] Errors(Core.Spec.Json.JsonValue tree) =>
        [.. SpecValidator.Validate(tree).Where(issue => issue.Severity == IssueSeverity.Error)];
}
