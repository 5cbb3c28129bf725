using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Writes issues as Markdown for reviewers: counts first, then one table per file.</summary>
public static class IssueReport
{
    private static readonly Regex FirstLine = new(@"^\*\*\d+ errors?, \d+ warnings? and \d+ hints?( in \d+ specs?)?\*\*\s*(\n|$)");

    /// <summary>Writes the report.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="specs">The number of validated specs; null if it is not known.</param>
    /// <param name="paths">How files are named.</param>
    /// <returns>Markdown with LF and a final newline.</returns>
    public static string Write(IReadOnlyList<ReportedIssue> issues, int? specs, ReportPaths paths)
    {
        var shown = issues.Where(issue => issue.Counts).ToList();
        var text = new StringBuilder("**").Append(Counts(shown, specs)).Append("**\n");
        var suppressed = issues.Count(issue => issue.Suppression is not null);
        var known = issues.Count(issue => issue.Suppression is null && issue.IsKnown == true);
        if (suppressed + known > 0)
        {
            text.Append(FormattableString.Invariant($"\nNot shown: {suppressed} suppressed, {known} known from the baseline.\n"));
        }

        foreach (var file in shown.GroupBy(issue => issue.File ?? "", StringComparer.Ordinal))
        {
            text.Append("\n## ")
                .Append(file.Key.Length == 0 ? "Objects and texts" : MarkdownEscaper.Code(paths.Shown(file.Key)))
                .Append("\n\n");
            var table = new MarkdownTable("Severity", "Rule", "Line", "Problem", "Suggestion");
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

    /// <summary>Whether a text is a report that this class wrote.</summary>
    /// <param name="text">The text.</param>
    public static bool IsOwn(string text) => FirstLine.IsMatch(text);

    /// <summary>Counts issues by severity.</summary>
    /// <param name="issues">The issues.</param>
    /// <param name="specs">The number of validated specs; null if it is not known.</param>
    /// <returns>For example 2 errors, 1 warning and 0 hints in 3 specs.</returns>
    public static string Counts(IReadOnlyList<ReportedIssue> issues, int? specs)
    {
        var place = specs is { } count ? " in " + Number(count, "spec") : "";
        return $"{Describe(IssueSeverity.Error, "error")}, {Describe(IssueSeverity.Warning, "warning")} and "
            + $"{Describe(IssueSeverity.Hint, "hint")}{place}";

        string Describe(IssueSeverity severity, string word) => Number(issues.Count(issue => issue.Severity == severity), word);

        static string Number(int count, string word) => $"{count} {word}{Wording.Plural(count)}";
    }
}
