using System;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Tests.Support;
using SigmaPS.Core.Writing;
using Xunit;

namespace SigmaPS.Core.Tests.Writing;

/// <summary>The issues that a plan of a new model lists, and those that stop it.</summary>
public sealed class SpecCreatePlanTests
{
    private const string Wrong = "set $orders/sort/1/columnId \"ghost\"";
    private const string Csv = """set $orders/source {"kind":"csv-table","connectionId":"conn","inodeId":"i1"}""";

    [Theory]
    [InlineData(false, false, true, false)]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, false, false)]
    [InlineData(true, true, true, true)]
    public void Plan_lists_errors_and_on_request_all_issues(bool skipsValidation, bool tellsAll, bool hasErrors, bool hasHints)
    {
        var plan = SpecCreatePlan.FromDocument(SampleModel.With(Wrong), "Trial", skipsValidation, tellsAll);
        Assert.Equal(hasErrors, plan.Issues.Any(issue => issue.Severity == IssueSeverity.Error));
        Assert.Equal(hasHints, plan.Issues.Any(issue => issue.Severity != IssueSeverity.Error));
        Assert.Equal(skipsValidation, plan.Refusal is null);
    }

    [Theory]
    [InlineData("unknown-id", false)]
    [InlineData("unknown-reference", true)]
    public void Error_of_an_allowed_rule_does_not_stop_a_new_model(string allowed, bool isRefused) =>
        Assert.Equal(
            isRefused,
            SpecCreatePlan.FromDocument(SampleModel.With(Wrong), "Trial", false, allowedRules: [allowed]).Refusal is not null);

    [Fact]
    public void Source_of_another_document_is_reported_before_the_errors()
    {
        var refusal = SpecCreatePlan.FromDocument(SampleModel.With(Wrong, Csv), "Trial", skipValidation: false).Refusal!;
        Assert.Contains("csv-table", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("Trial", refusal.Target);
    }

    [Fact]
    public void Source_of_another_document_stops_only_a_model_that_does_not_have_it()
    {
        var document = SampleModel.With(Csv);
        Assert.Null(DocumentBoundSources.Refusal(document, SampleModel.With(Csv), "Shop", SampleModel.Id));
        var refusal = DocumentBoundSources.Refusal(document, SampleModel.Document(), "Shop", SampleModel.Id)!;
        Assert.Equal((ErrorCode.InvalidSpec, SampleModel.Id), (refusal.Kind, refusal.Target));
        Assert.Contains("\"Orders\" (ID orders)", refusal.Message, StringComparison.Ordinal);
        Assert.Null(DocumentBoundSources.Refusal(SampleModel.Document(), SampleModel.With(Csv), "Shop", SampleModel.Id));
        var another = SampleModel.With(Csv.Replace("i1", "i2", StringComparison.Ordinal));
        Assert.Equal(SampleModel.Id, DocumentBoundSources.Refusal(another, SampleModel.With(Csv), "Shop", SampleModel.Id)?.Target);
    }
}
