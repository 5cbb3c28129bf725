using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts the engine's issues.</summary>
internal static partial class OutputMapper
{
    public static SpecIssue ToIssue(Core.Diagnostics.SpecIssue issue, string? path) =>
        ToIssue(new Core.Reports.ReportedIssue(issue, path, issue.Severity));

    public static SpecIssueSeverity ToSeverity(Core.Diagnostics.IssueSeverity severity) => ByName<SpecIssueSeverity>(severity);

    public static SpecIssue ToIssue(Core.Reports.ReportedIssue reported)
    {
        var issue = reported.Issue;
        return new(issue.RuleId, ToSeverity(reported.Severity), SafeText.Line(issue.Message))
        {
            Suggestion = SafeText.Line(issue.Suggestion),
            Names = issue.Names.ToArray(),
            Pointer = issue.Pointer,
            Path = reported.File,
            Line = issue.Position?.Line,
            Column = issue.Position?.Column,
            SuggestedFormula = issue.SuggestedFormula,
            Replacements = issue.Replacements.Select(ToReplacement).ToArray(),
            ComputeFingerprint = () => reported.Fingerprint,
        };
    }

    private static SpecReplacement ToReplacement(Core.Diagnostics.TextReplacement edit) =>
        new(edit.Start.Line, edit.Start.Column, edit.End.Line, edit.End.Column, edit.Text);
}
