using System.Linq;

namespace SigmaPS;

/// <summary>The engine's issues as the type a user can name.</summary>
internal static class IssueMap
{
    public static SpecIssue ToIssue(Core.Spec.Validation.SpecIssue issue, string? path) => ToIssue(issue, path, issue.Severity);

    public static SpecIssue ToIssue(Core.Spec.Validation.Reports.ReportedIssue reported) => ToIssue(reported.Issue, reported.File, reported.Severity);

    public static SpecIssueSeverity Severity(Core.Spec.Validation.IssueSeverity severity) => severity switch
    {
        Core.Spec.Validation.IssueSeverity.Error => SpecIssueSeverity.Error,
        Core.Spec.Validation.IssueSeverity.Warning => SpecIssueSeverity.Warning,
        _ => SpecIssueSeverity.Hint,
    };

    private static SpecIssue ToIssue(Core.Spec.Validation.SpecIssue issue, string? path, Core.Spec.Validation.IssueSeverity severity) => new(issue.RuleId, Severity(severity), SafeText.Line(issue.Message))
    {
        Suggestion = SafeText.Line(issue.Suggestion),
        Names = issue.Names.ToArray(),
        Pointer = issue.Pointer,
        Path = path,
        Line = issue.Position?.Line,
        Column = issue.Position?.Column,
    };
}
