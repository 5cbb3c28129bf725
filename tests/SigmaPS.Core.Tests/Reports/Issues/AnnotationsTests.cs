using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

/// <summary>The lines that agents read, character by character.</summary>
public sealed class AnnotationsTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "sources"));
    private static readonly ReportPaths Paths = new(Root);

    [Theory]
    [InlineData(
        IssueSeverity.Error,
        "##vso[task.logissue type=error;sourcepath=a/b%3B%5D.json;linenumber=3;columnnumber=7;code=some-rule]50%AZP25 of ]; "
            + "is%0D%0A##vso[bad] Do: x, y."
    )]
    [InlineData(
        IssueSeverity.Warning,
        "##vso[task.logissue type=warning;sourcepath=a/b%3B%5D.json;linenumber=3;columnnumber=7;code=some-rule]50%AZP25 of ]; "
            + "is%0D%0A##vso[bad] Do: x, y."
    )]
    [InlineData(IssueSeverity.Hint, null)]
    public void Azure_DevOps_reads_one_line_for_an_issue(IssueSeverity severity, string? line) =>
        Assert.Equal(line, Annotations.AzureDevOps(Issue(severity, "b;].json"), Paths));

    [Theory]
    [InlineData(IssueSeverity.Error, "::error file=a/b%3A%2C.json,line=3,col=7,title=some-rule::50%25 of ]; is%0D%0A##vso[bad] Do: x, y.")]
    [InlineData(
        IssueSeverity.Warning,
        "::warning file=a/b%3A%2C.json,line=3,col=7,title=some-rule::50%25 of ]; is%0D%0A##vso[bad] Do: x, y.")]
    [InlineData(IssueSeverity.Hint, "::notice file=a/b%3A%2C.json,line=3,col=7,title=some-rule::50%25 of ]; is%0D%0A##vso[bad] Do: x, y.")]
    public void GitHub_reads_one_line_for_an_issue(IssueSeverity severity, string line) =>
        Assert.Equal(line, Annotations.GitHub(Issue(severity, "b:,.json"), Paths));

    [Fact]
    public void Issue_without_a_file_has_no_place()
    {
        var issue = new ReportedIssue(new SpecIssue("some-rule", IssueSeverity.Error, "No."), null, IssueSeverity.Error);
        Assert.Equal("##vso[task.logissue type=error;code=some-rule]No.", Annotations.AzureDevOps(issue, Paths));
        Assert.Equal("::error title=some-rule::No.", Annotations.GitHub(issue, Paths));
    }

    private static ReportedIssue Issue(IssueSeverity severity, string name) =>
        new(
            new SpecIssue("some-rule", IssueSeverity.Error, "50% of ]; is\r\n##vso[bad]")
            {
                Suggestion = "Do: x, y.",
                Position = new Core.Diagnostics.TextPosition(3, 7),
            },
            Path.Combine(Root, "a", name),
            severity);
}
