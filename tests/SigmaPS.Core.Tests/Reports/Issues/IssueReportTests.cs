using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Reports;
using Xunit;

namespace SigmaPS.Core.Tests.Reports;

public sealed class IssueReportTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetTempPath(), "sources"));

    [Fact]
    public void Counts_come_first_and_then_one_table_per_file()
    {
        var file = Path.Combine(Root, "models", "a.json");
        ReportedIssue[] issues =
        [
            new(
                new SpecIssue("missing-key", IssueSeverity.Error, "column \"A|B\": the key 'formula' is missing.")
                {
                    Suggestion = "Add it.",
                    Position = new Core.Diagnostics.TextPosition(3, 7),
                },
                file,
                IssueSeverity.Error),
            new(new SpecIssue("metric-format", IssueSeverity.Warning, "none."), null, IssueSeverity.Warning),
            new(new SpecIssue("metric-format", IssueSeverity.Warning, "old."), file, IssueSeverity.Warning) { IsKnown = true },
            new(new SpecIssue("metric-format", IssueSeverity.Warning, "let be."), file, IssueSeverity.Warning) { Suppression = "why" },
        ];
        Assert.Equal(
            """
            **1 error, 1 warning and 0 hints in 2 specs**

            Not shown: 1 suppressed, 1 known from the baseline.

            ## `models/a.json`

            | Severity | Rule | Line | Problem | Suggestion |
            | --- | --- | --- | --- | --- |
            | Error | `missing-key` | 3 | column &#34;A&#124;B&#34;&#58; the key &#39;formula&#39; is missing&#46; | Add it&#46; |

            ## Objects and texts

            | Severity | Rule | Line | Problem | Suggestion |
            | --- | --- | --- | --- | --- |
            | Warning | `metric-format` |  | none&#46; |  |

            """,
            IssueReport.Write(issues, 2, new ReportPaths(Root)));
    }

    [Fact]
    public void Nothing_wrong_is_a_report_too() =>
        Assert.Equal("**0 errors, 0 warnings and 0 hints in 1 spec**\n", IssueReport.Write([], 1, new ReportPaths(Root)));
}
