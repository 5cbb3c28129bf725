using System;
using System.Linq;

namespace SigmaPS;

/// <summary>The engine's issues as the type a user can name.</summary>
internal static class IssueMap
{
    public static SpecIssue ToIssue(Core.Spec.Validation.SpecIssue issue, string? path) => new(issue.RuleId, (SpecIssueSeverity)Enum.Parse(typeof(SpecIssueSeverity), issue.Severity.ToString()), SafeText.Line(issue.Message))
    {
        Suggestion = SafeText.Line(issue.Suggestion),
        Names = issue.Names.ToArray(),
        Pointer = issue.Pointer,
        Path = path,
        Line = issue.Position?.Line,
        Column = issue.Position?.Column,
    };
}
