using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Issues as a text that reviewers read: counts first, then a table a file.</summary>
public static class IssueReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="issues">What was found.</param>
    /// <param name="specs">How many specs were judged.</param>
    /// <param name="paths">How files are named.</param>
    /// <returns>Markdown with LF and a final newline.</returns>
    public static string Write(IReadOnlyList<ReportedIssue> issues, int specs, ReportPaths paths)
    {
        var told = issues.Where(issue => issue.Counts).ToList();
        var text = new StringBuilder("**").Append(Counts(told, specs)).Append("**\n");
        var suppressed = issues.Count(issue => issue.Suppression is not null);
        var known = issues.Count(issue => issue.Suppression is null && issue.IsKnown == true);
        if (suppressed + known > 0)
        {
            text.Append(FormattableString.Invariant($"\nNot shown: {suppressed} suppressed, {known} known from the baseline.\n"));
        }

        foreach (var file in told.GroupBy(issue => issue.File ?? "", StringComparer.Ordinal))
        {
            text.Append("\n## ")
                .Append(file.Key.Length == 0 ? "Objects and texts" : MarkdownEscaper.Code(paths.Shown(file.Key)))
                .Append("\n\n");
            var table = new MarkdownTable("Severity", "Rule", "Line", "What is wrong", "What to do");
            foreach (var issue in file)
            {
                table.Add(
                    issue.Severity.ToString(),
                    MarkdownEscaper.Code(issue.Issue.RuleId),
                    issue.Issue.Position?.Line.ToString(CultureInfo.InvariantCulture) ?? "",
                    MarkdownEscaper.Plain(issue.Issue.Message),
                    MarkdownEscaper.Plain(issue.Issue.Suggestion));
            }

            text.Append(table);
        }

        return text.ToString();
    }

    /// <summary>How many there are of each severity, in words.</summary>
    /// <param name="issues">What is told.</param>
    /// <param name="specs">How many specs were judged.</param>
    /// <returns>For example 2 errors, 1 warning and 0 hints in 3 specs.</returns>
    public static string Counts(IReadOnlyList<ReportedIssue> issues, int specs)
    {
        return $"{Describe(IssueSeverity.Error, "error")}, {Describe(IssueSeverity.Warning, "warning")} and "
            + $"{Describe(IssueSeverity.Hint, "hint")} in {Number(specs, "spec")}";

        string Describe(IssueSeverity severity, string word) => Number(issues.Count(issue => issue.Severity == severity), word);

        static string Number(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";
    }
}
