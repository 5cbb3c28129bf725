using System;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Writes issues as lines that a build agent shows beside the code, escaped by the agent's own rules.</summary>
public static class Annotations
{
    /// <summary>A line for an Azure DevOps agent.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="paths">How files are named.</param>
    /// <returns>The line; null for a hint, because that agent does not have hints.</returns>
    public static string? AzureDevOps(ReportedIssue issue, ReportPaths paths)
    {
        if (issue.Severity == IssueSeverity.Hint)
        {
            return null;
        }

        var line = new StringBuilder("##vso[task.logissue type=").Append(issue.Severity == IssueSeverity.Error ? "error" : "warning");
        if (issue.File is { } file)
        {
            line.Append(";sourcepath=").Append(AzureProperty(paths.Shown(file)));
        }

        if (issue.Issue.Position is { } position)
        {
            line.Append(FormattableString.Invariant($";linenumber={position.Line};columnnumber={position.Column}"));
        }

        return line.Append(";code=").Append(AzureProperty(issue.Issue.RuleId)).Append(']').Append(Azure(issue.Text)).ToString();
    }

    /// <summary>A line for a GitHub runner.</summary>
    /// <param name="issue">The issue.</param>
    /// <param name="paths">How files are named.</param>
    /// <returns>The line.</returns>
    public static string GitHub(ReportedIssue issue, ReportPaths paths)
    {
        var line = new StringBuilder("::").Append(issue.Severity switch
        {
            IssueSeverity.Error => "error",
            IssueSeverity.Warning => "warning",
            _ => "notice",
        }).Append(' ');
        if (issue.File is { } file)
        {
            line.Append("file=").Append(GitHubProperty(paths.Shown(file))).Append(',');
        }

        if (issue.Issue.Position is { } position)
        {
            line.Append(FormattableString.Invariant($"line={position.Line},col={position.Column},"));
        }

        return line.Append("title=").Append(GitHubProperty(issue.Issue.RuleId)).Append("::").Append(GitHub(issue.Text)).ToString();
    }

    // The agents' own libraries: azure-pipelines-task-lib taskcommand.ts, actions/toolkit command.ts.
    private static string Azure(string text) => text.Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string AzureProperty(string text) => Azure(text).Replace("]", "%5D").Replace(";", "%3B");

    private static string GitHub(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string GitHubProperty(string text) => GitHub(text).Replace(":", "%3A").Replace(",", "%2C");
}
