using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's issues to the public type.</summary>
internal static class IssueMap
{
    public static SpecIssue ToIssue(Core.Diagnostics.SpecIssue issue, string? path) => ToIssue(issue, path, issue.Severity);

    public static SpecIssue ToIssue(Core.Reports.ReportedIssue reported) => ToIssue(reported.Issue, reported.File, reported.Severity);

    public static SpecIssueSeverity Severity(Core.Diagnostics.IssueSeverity severity) => OutputMapper.ByName<SpecIssueSeverity>(severity);

    private static SpecIssue ToIssue(Core.Diagnostics.SpecIssue issue, string? path, Core.Diagnostics.IssueSeverity severity) =>
        new(issue.RuleId, Severity(severity), SafeText.Line(issue.Message))
        {
            Suggestion = SafeText.Line(issue.Suggestion),
            Names = issue.Names.ToArray(),
            Pointer = issue.Pointer,
            Path = path,
            Line = issue.Position?.Line,
            Column = issue.Position?.Column,
            SuggestedFormula = issue.SuggestedFormula,
        };
}
