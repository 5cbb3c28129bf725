using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>Only what an edit brings in stands in its way.</summary>
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
    public void What_the_edit_brings_in_is_one_error_with_all_of_it()
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
    public void Ten_stand_in_the_message_and_the_rest_is_counted()
    {
        var edits = Enumerable
            .Range(0, 14)
            .Select(i => $$"""add $orders/columns {"id":"x{{i}}","formula":"[Nothing {{i}}]","name":"X{{i}}"}""")
            .ToArray();
        var fault = IntroducedErrors
            .ForEdit(SampleModel.With([.. Declared, .. edits]), SampleModel.With(Declared))
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
    public void What_was_live_before_is_a_warning_wherever_it_stands_now(string edit, string another)
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
    public void A_spec_for_a_new_model_has_nothing_to_excuse_it()
    {
        Assert.Null(SpecCreatePlan.FromDocument(SampleModel.Document(), "Trial", skipValidation: false).Refusal);
        var fault = SpecCreatePlan.FromDocument(SampleModel.With([.. Declared, BadMetric]), "Trial", skipValidation: false).Refusal!;
        Assert.StartsWith("The spec of \"Trial\" has 1 error: ", fault.Message, StringComparison.Ordinal);
        Assert.Null(SpecCreatePlan.FromDocument(SampleModel.With([.. Declared, BadMetric]), "Trial", skipValidation: true).Refusal);
    }

    [Fact]
    public void Error_that_depends_on_an_inferred_name_stands_in_nobodys_way() =>
        Assert.Null(IntroducedErrors.ForEdit(SampleModel.With(BadMetric), SampleModel.Document()).Refusal("Shop", SampleModel.Id));

    [Fact]
    public void Warnings_and_hints_stand_in_nobodys_way() =>
        Assert.Null(
            IntroducedErrors
                .ForEdit(SampleModel.With("add $orders/order \"ghost\"", "set $orders/filters/0/kind \"newer\""), SampleModel.Document())
                .Refusal("Shop", SampleModel.Id));

    [Theory]
    [MemberData(nameof(SpecFiles.All), MemberType = typeof(SpecFiles))]
    [CorpusData]
    public void A_column_of_every_real_model_can_be_renamed(string name)
    {
        Renames(name, SpecFiles.Text(name));
    }

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
