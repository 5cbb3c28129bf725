using System;
using System.ComponentModel;
using System.IO;

namespace SigmaPS;

/// <summary>Shows an issue as a compiler does: file:line:column, severity, rule, message. Editors open such a place on a click.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class IssueText
{
    private const int Indent = 4;

    /// <summary>Shows an issue.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="folder">The current folder, which a path within it omits.</param>
    /// <param name="style">$PSStyle; null if there is none.</param>
    /// <param name="host">$Host.</param>
    /// <returns>The issue in lines; its suggestion has a line of its own.</returns>
    public static string Show(SpecIssue issue, string? folder, object? style, object? host)
    {
        var place = Place(issue, folder ?? "");
        var severity = issue.Severity.ToString();
        var before = place.Length > 0 ? place + " " : "";
        var text = ViewText.Paragraph($"{before}{severity} {issue.RuleId} {issue.Message}", Indent, host);
        var behind = place.Length == 0 ? 0 : SafeText.Line(place).Length + 1;
        if (string.CompareOrdinal(text, behind, severity, 0, severity.Length) == 0)
        {
            text = text.Substring(0, behind) + StatusColor.Apply(issue.Severity, style) + text.Substring(behind + severity.Length);
        }

        return string.IsNullOrEmpty(issue.Suggestion) ? text
            : text + "\n" + new string(' ', Indent) + ViewText.Paragraph(issue.Suggestion, Indent, host);
    }

    private static string Place(SpecIssue issue, string folder)
    {
        if (issue.Path is not { Length: > 0 } path)
        {
            return issue.Place ?? "";
        }

        var here = folder.TrimEnd('/', '\\') + Path.DirectorySeparatorChar;
        var compared = Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var shown = folder.Length > 0 && path.StartsWith(here, compared) ? path.Substring(here.Length) : path;
        return issue.Line is null ? shown : $"{shown}:{issue.Line}:{issue.Column ?? 1}";
    }
}
