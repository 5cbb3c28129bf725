using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Only introduced errors refuse an edit.</summary>
public sealed class IntroducedErrorsTests
{
    // Only a document that declares all names gives errors about names.
    private static readonly string[] Declared =
    [
        .. new[] { (0, "Order Id"), (1, "Order Date"), (2, "Customer Id"), (4, "Cost") }.Select(column =>
            $"set $orders/columns/{column.Item1}/name \"{column.Item2}\""),
    ];

    private const string BadMetric = "set $orders/metrics/0/formula \"Sum([Nowhere])\"";
    private const string BadSort = "set $orders/sort/1/columnId \"ghost\"";
    private const string BadKey = "set $orders/relationships/0/keys/0/targetColumnId \"ghost\"";

    [Fact]
    public void Introduced_errors_are_one_error_with_all_issues()
    {
        var fault = IntroducedErrors
            .ForEdit(SampleModel.With([.. Declared, "remove $orders/columns/3"]), SampleModel.With(Declared))
            .Refusal("Shop", SampleModel.Id)!;
        Assert.Equal((ErrorCode.InvalidSpec, "SkipValidation", SampleModel.Id), (fault.Kind, fault.Switch, fault.Target));
        Assert.Equal(["unknown-reference", "unknown-id", "unknown-id"], fault.Issues.Select(issue => issue.RuleId));
        Assert.StartsWith("This change adds 3 errors to \"Shop\" ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("filter 'f1'", fault.Message, StringComparison.Ordinal);
        Assert.Contains("control \"Least\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_are_in_the_message_and_the_rest_is_counted()
    {
        var fault = IntroducedErrors
            .ForEdit(SampleModel.With([.. Declared, .. Nothing(14)]), SampleModel.With(Declared))
            .Refusal("Shop", SampleModel.Id)!;
        Assert.Equal(14, fault.Issues.Count);
        Assert.Contains("[Nothing 9]", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("[Nothing 10]", fault.Message, StringComparison.Ordinal);
        Assert.Contains(" And 4 more.", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set $orders/columns/5/name \"Gain\"", "set $orders/metrics/0/name \"Sum\"")]
    [InlineData("set $orders/name \"Sales\"", "set /pages/0/name \"Sales\"")]
    [InlineData(
        """set $orders/sort [{"columnId":"c-cust","direction":"ascending"},{"columnId":"c-date","direction":"ascending"},{"columnId":"ghost","direction":"ascending"}]""",
        "set $orders/description \"x\"")]
    [InlineData(
        """set $orders/relationships/0/keys [{"sourceColumnId":"c-id","targetColumnId":"k-id"},{"sourceColumnId":"c-cust","targetColumnId":"ghost"}]""",
        "set $orders/relationships/0/name \"Buyer\"")]
    [InlineData("swap /pages 0 1", "set /pages/0/id \"px\"")]
    [InlineData("set $orders/metrics/0/id \"m-new\"", "set $orders/description \"x\"")]
    public void Preexisting_error_is_a_warning_at_each_position(string edit, string another)
    {
        string[] old = [.. Declared, BadMetric, BadSort, BadKey];
        var gate = IntroducedErrors.ForEdit(SampleModel.With([.. old, edit, another]), SampleModel.With(old));
        Assert.Equal([], gate.Introduced.Select(issue => issue.Message));
        Assert.Equal(3, gate.Warnings.Count);
        Assert.All(gate.Warnings, warning =>
            Assert.StartsWith("The live model has this error already: ", warning, StringComparison.Ordinal));
        Assert.Null(gate.Refusal("Shop", SampleModel.Id));
    }

    [Theory]
    [InlineData("""add $orders/sort {"columnId":"ghost","direction":"ascending"}""", "unknown-id")]
    [InlineData(
        """set $orders/sort [{"columnId":"c-cust","direction":"ascending"},{"columnId":"c-date","direction":"ascending"},{"columnId":"ghost","direction":"ascending"},{"columnId":"ghost","direction":"ascending"}]""",
        "unknown-id")]
    [InlineData("""add $orders/metrics {"id":"m2","formula":"Sum([Nowhere])","name":"M2"}""", "unknown-reference")]
    [InlineData("set $orders/metrics/0/formula \"Sum([Elsewhere])\"", "unknown-reference")]
    [InlineData("set $orders/metrics/0/formula \"Sum([Nowhere]) + Sum([Elsewhere])\"", "unknown-reference")]
    public void One_more_of_a_kind_that_was_live_is_brought_in(string edit, string rule)
    {
        string[] old = [.. Declared, BadMetric, BadSort, BadKey];
        Assert.Equal(
            rule,
            Assert.Single(IntroducedErrors.ForEdit(SampleModel.With([.. old, edit]), SampleModel.With(old)).Introduced).RuleId);
    }

    [Fact]
    public void Spec_for_a_new_model_has_nothing_to_excuse_it()
    {
        Assert.Null(SpecCreatePlan.FromDocument(SampleModel.Document(), "Trial", skipValidation: false).Refusal);
        var fault = SpecCreatePlan.FromDocument(SampleModel.With([.. Declared, BadMetric]), "Trial", skipValidation: false).Refusal!;
        Assert.StartsWith("The spec of \"Trial\" has 1 error: ", fault.Message, StringComparison.Ordinal);
        Assert.Null(SpecCreatePlan.FromDocument(SampleModel.With([.. Declared, BadMetric]), "Trial", skipValidation: true).Refusal);
    }

    [Fact]
    public void Error_that_depends_on_an_inferred_name_does_not_block() =>
        Assert.Null(IntroducedErrors.ForEdit(SampleModel.With(BadMetric), SampleModel.Document()).Refusal("Shop", SampleModel.Id));

    [Fact]
    public void Warnings_and_hints_do_not_block() =>
        Assert.Null(
            IntroducedErrors
                .ForEdit(SampleModel.With("add $orders/order \"ghost\"", "set $orders/filters/0/kind \"newer\""), SampleModel.Document())
                .Refusal("Shop", SampleModel.Id));

    [Fact]
    public void Ten_live_errors_are_named_and_the_rest_is_counted()
    {
        Assert.Equal(10, Warnings(10).Length);
        var warnings = Warnings(12);
        Assert.Equal(11, warnings.Length);
        Assert.Contains("[Nothing 9]", warnings[9], StringComparison.Ordinal);
        Assert.Contains("has 2 more of these errors", warnings[10], StringComparison.Ordinal);

        string[] Warnings(int count)
        {
            string[] old = [.. Declared, .. Nothing(count)];
            var edited = SampleModel.With([.. old, "set $orders/description \"x\""]);
            return [.. IntroducedErrors.ForEdit(edited, SampleModel.With(old)).Warnings];
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public void Refusal_names_each_error_with_its_suggestion_and_its_rule(int count)
    {
        var fault = IntroducedErrors
            .ForEdit(SampleModel.With([.. Declared, .. Nothing(count), BadSort]), SampleModel.With(Declared))
            .Refusal("Shop", SampleModel.Id)!;
        Assert.Equal(count + 1, fault.Issues.Count);
        Assert.All(fault.Issues.Take(10), issue => Assert.Contains(
            issue.Message + (issue.Suggestion.Length > 0 ? " " + issue.Suggestion : ""),
            fault.Message,
            StringComparison.Ordinal));
        Assert.Contains("-AllowIssue unknown-reference", fault.Message, StringComparison.Ordinal);
        Assert.Equal(count == 10, fault.Message.Contains(" And 1 more.", StringComparison.Ordinal));
        Assert.DoesNotContain(" And -", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refusal_has_no_gap_where_an_error_has_no_suggestion()
    {
        var edited = SampleModel.With([.. Declared, "set $orders/columns/5/formula \"NVL([Amount], 0)\""]);
        var fault = IntroducedErrors.ForEdit(edited, SampleModel.With(Declared)).Refusal("Shop", SampleModel.Id)!;
        Assert.Contains(fault.Issues, issue => issue.Suggestion.Length == 0);
        Assert.DoesNotContain("  ", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_errors_of_an_edit_leave_none_to_count()
    {
        var edited = SampleModel.With([.. Declared, .. Nothing(10)]);
        var fault = IntroducedErrors.ForEdit(edited, SampleModel.With(Declared)).Refusal("Shop", null)!;
        Assert.DoesNotContain("more.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Same_error_in_another_item_of_the_page_is_brought_in() =>
        Assert.Equal(
            "unknown-reference",
            Assert.Single(
                IntroducedErrors.ForEdit(
                    SampleModel.With([.. Declared, """add $orders/metrics {"id":"m2","formula":"Sum([Nowhere])","name":"M2"}"""]),
                    SampleModel.With([.. Declared, BadMetric])).Introduced).RuleId);

    [Theory]
    [InlineData("unknown-reference", false)]
    [InlineData("unknown-id", true)]
    public void Error_of_an_allowed_rule_does_not_stop_an_edit(string allowed, bool isRefused) =>
        Assert.Equal(
            isRefused,
            IntroducedErrors
                .ForEdit(SampleModel.With([.. Declared, BadMetric]), SampleModel.With(Declared), [allowed])
                .Refusal("Shop", SampleModel.Id) is not null);

    [Fact]
    public void Reference_that_depends_on_an_inferred_name_is_a_doubt_unless_it_was_live_before()
    {
        var doubt = IntroducedErrors.ForEdit(SampleModel.With(BadMetric), SampleModel.Document()).Doubt("Shop")!;
        Assert.Contains("adds 1 reference to \"Shop\"", doubt, StringComparison.Ordinal);
        Assert.Contains("Nowhere", doubt, StringComparison.Ordinal);
        Assert.Null(IntroducedErrors.ForEdit(SampleModel.With(BadMetric, BadSort), SampleModel.With(BadMetric)).Doubt("Shop"));
        Assert.Null(IntroducedErrors.ForEdit(SampleModel.With([.. Declared, BadMetric]), SampleModel.With(Declared)).Doubt("Shop"));
        Assert.Null(IntroducedErrors.None.Doubt("Shop"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void Ten_doubts_are_named_and_the_rest_is_counted(int count, bool hasMore)
    {
        var doubt = IntroducedErrors.ForEdit(SampleModel.With(Nothing(count)), SampleModel.Document()).Doubt("Shop")!;
        Assert.Contains($"adds {count} references to", doubt, StringComparison.Ordinal);
        Assert.Equal(hasMore, doubt.Contains(" And 1 more.", StringComparison.Ordinal));
        Assert.Equal(hasMore, doubt.Contains(" And ", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void Column_of_every_real_model_can_be_renamed(string name)
    {
        Renames(name, SpecFiles.Text(name));
    }

    private static string[] Nothing(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => $$"""add $orders/columns {"id":"x{{i}}","formula":"[Nothing {{i}}]","name":"X{{i}}"}"""),
    ];

    private static void Renames(string name, string text)
    {
        var live = SpecDocument.Parse(text, name);
        var renamed = 0;
        foreach (
            var (element, column) in live.Elements.SelectMany(element =>
                ElementIds.Objects(element, "columns").Take(3).Select(column => (element, column))))
        {
            var edited = SpecDocument.Parse(text, name);
            try
            {
                ColumnRenaming.Apply(edited, ElementIds.Id(element), new DisplayNames(edited).Of(column), "A name of its own");
            }
            catch (SigmaEngineException e) when (e.Kind == ErrorCode.EditRefused)
            {
                continue;
            }

            renamed++;
            Assert.Equal([], IntroducedErrors.ForEdit(edited, live).Introduced.Select(issue => $"{name}: {issue.Message}"));
        }

        Assert.True(renamed > 0 || !live.Elements.Any(element => ElementIds.Objects(element, "columns").Any()), name);
    }
}
