using System.Collections.Generic;
using System.IO;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using SigmaPS.Core.Tests.Support;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

public sealed class BaselineTests : TemporaryFolder
{
    private const string Broken = "set $orders/metrics/0/formula \"Sum([Nowhere])\"";

    [Theory]
    [InlineData("set $orders/columns/5/name \"Gain\"")]
    [InlineData("swap /pages 0 1")]
    [InlineData("add $orders/columns {\"id\":\"x\",\"formula\":\"1\",\"name\":\"One\"}")]
    [InlineData("set $orders/name \"Sales\"")]
    public void Known_issue_stays_known_at_another_line(string edit)
    {
        var known = Marked([Broken], [Broken, edit]);
        Assert.True(known.Single(issue => issue.Issue.RuleId == "unknown-reference").IsKnown);
    }

    [Fact]
    public void One_more_of_the_same_is_new()
    {
        const string one = "set $orders/sort [{\"columnId\":\"ghost\",\"direction\":\"ascending\"}]";
        const string two =
            "set $orders/sort [{\"columnId\":\"ghost\",\"direction\":\"ascending\"},{\"columnId\":\"ghost\",\"direction\":\"ascending\"}]";
        Assert.Equal([true, false], Marked([one], [two]).Where(issue => issue.Issue.RuleId == "unknown-id").Select(issue => issue.IsKnown));
    }

    [Fact]
    public void Same_error_in_another_model_is_new() =>
        Assert.False(
            Marked([Broken], [Broken, "set /dataModelId \"00000000-0000-4000-8000-000000000001\""])
                .Single(issue => issue.Issue.RuleId == "unknown-reference")
                .IsKnown);

    [Theory]
    [InlineData("oops")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"runs":[{"results":[{"ruleId":"x"}]}]}""")]
    public void Foreign_report_is_an_error_that_names_it(string text)
    {
        var path = Report(text);
        var fault = Assert.Throws<SigmaEngineException>(() => Baseline.Read(path));
        Assert.Equal(ErrorCode.InvalidArgument, fault.Kind);
        Assert.Contains("is not a baseline", fault.Message, System.StringComparison.Ordinal);
    }

    private IReadOnlyList<ReportedIssue> Marked(string[] before, string[] now)
    {
        var path = Report(SarifReport.Write(SarifReportTests.Judge(Text(before), "/x/a.json"), new ReportPaths("/x")));
        var baseline = Baseline.Read(path);
        var issues = SarifReportTests.Judge(Text(now), "/x/renamed.json");
        foreach (var issue in issues)
        {
            baseline.Mark(issue);
        }

        return issues;
    }

    private string Report(string text)
    {
        var path = Path.Combine(Folder, "base.sarif");
        File.WriteAllText(path, text);
        return path;
    }

    private static string Text(string[] edits) => Trees.Compact(SampleModel.Tree(edits));
}
