using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>Writes a log of changes: one heading per model, one per version, and a table of its changes.</summary>
public static class HistoryReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="versions">The versions; those of one model in the order given.</param>
    /// <param name="title">A heading above all; null for none.</param>
    /// <returns>Markdown with LF and a final newline.</returns>
    public static string Write(IReadOnlyList<LoggedVersion> versions, string? title)
    {
        var text = new StringBuilder();
        if (title is not null)
        {
            text.Append("# ").Append(MarkdownEscaper.Plain(title)).Append("\n\n");
        }

        var models = versions.GroupBy(version => version.Model, StringComparer.Ordinal).ToList();
        var people = versions.Select(version => version.By).Distinct(StringComparer.Ordinal).Count();
        text.Append("**").Append(Count(versions.Count, "entry", "entries"))
            .Append(" in ").Append(Count(models.Count, "data model", "data models"))
            .Append(" by ").Append(Count(people, "person", "people")).Append("**\n\n");
        foreach (var model in models)
        {
            text.Append("## ").Append(MarkdownEscaper.Code(model.First().Name)).Append("\n\n");
            foreach (var version in model)
            {
                Write(text, version);
            }
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Write(StringBuilder text, LoggedVersion version)
    {
        var at = version.At?.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture) ?? "an unknown time";
        text.Append($"### {MarkdownEscaper.Plain(version.By)}, {at}, version {MarkdownEscaper.Plain(version.Version)}\n\n");
        if (version.Changes.Count == 0)
        {
            text.Append(MarkdownEscaper.Plain(version.Summary)).Append(".\n\n");
            return;
        }

        var table = ChangeReport.Table(version.Changes, change => string.Join(" / ", change.Names.Select(MarkdownEscaper.Code)));
        text.Append(table).Append('\n');
    }

    private static string Count(int count, string one, string many) => count + " " + (count == 1 ? one : many);
}
