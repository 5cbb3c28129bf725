using System.Collections.Generic;
using System.Linq;
using System.Text;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Reports;

/// <summary>Writes a release plan for reviewers of a pull request: counts, a table, then the changes of each model.</summary>
public static class PlanReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="summary">The counts.</param>
    /// <param name="rows">The models.</param>
    /// <param name="consumers">The table of consumers that lose something; empty for none.</param>
    /// <returns>Markdown with LF and a final newline.</returns>
    public static string Write(string title, string summary, IReadOnlyList<PlanRow> rows, string consumers = "")
    {
        var text = new StringBuilder();
        text.Append("# ").Append(MarkdownEscaper.Plain(title)).Append("\n\n**").Append(MarkdownEscaper.Plain(summary)).Append("**\n\n");
        var shown = rows.Where(row => row.Action != "Unchanged").ToList();
        if (shown.Count > 0)
        {
            var table = new MarkdownTable("Action", "Model", "Changes");
            foreach (var row in shown)
            {
                table.Add(row.Action, MarkdownEscaper.Code(row.Name), MarkdownEscaper.Plain(ChangeFormatter.Counts(row.Changes)));
            }

            text.Append(table).Append('\n');
        }

        Sentences(text, "Blocked", shown, row => row.Blockers);
        Sentences(text, "Notes", shown, row => row.Notes);
        text.Append(consumers.Length == 0 ? "" : $"## Consumers\n\n{consumers}\n");
        var changed = shown
            .Where(row => row.Changes.Count > 0)
            .Select(row => new KeyValuePair<string, IReadOnlyList<SpecChange>>(row.Name, row.Changes))
            .ToList();
        return (text + (changed.Count > 0 ? ChangeReport.Write(changed, null) : "")).TrimEnd('\n') + "\n";
    }

    private static void Sentences(
        StringBuilder text,
        string heading,
        IEnumerable<PlanRow> rows,
        System.Func<PlanRow, IReadOnlyList<string>> of)
    {
        var lines = rows.SelectMany(row =>
                of(row).Select(sentence => $"- {MarkdownEscaper.Code(row.Name)}: {MarkdownEscaper.Plain(sentence)}\n"))
            .ToList();
        if (lines.Count > 0)
        {
            text.Append("## ").Append(heading).Append("\n\n").Append(string.Concat(lines)).Append('\n');
        }
    }
}
