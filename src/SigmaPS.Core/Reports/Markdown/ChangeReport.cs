using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>Writes changes for reviewers of a pull request: counts first, then one table per element.</summary>
public static class ChangeReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="models">The changes of each model; the name is empty if it is not known.</param>
    /// <param name="title">A heading above all; null for none.</param>
    /// <returns>Markdown with LF and a final newline.</returns>
    public static string Write(IReadOnlyList<KeyValuePair<string, IReadOnlyList<SpecChange>>> models, string? title)
    {
        var text = new StringBuilder();
        if (title is not null)
        {
            text.Append("# ").Append(MarkdownEscaper.Plain(title)).Append("\n\n");
        }

        foreach (var model in models)
        {
            if (model.Key.Length > 0)
            {
                text.Append("## ").Append(MarkdownEscaper.Code(model.Key)).Append("\n\n");
            }

            Model(text, model.Value);
        }

        return models.Count == 0 ? text.Append("No change.\n").ToString() : text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Model(StringBuilder text, IReadOnlyList<SpecChange> changes)
    {
        text.Append("**").Append(MarkdownEscaper.Plain(ChangeFormatter.Counts(changes))).Append("**\n\n");
        foreach (var place in changes.GroupBy(Place))
        {
            text.Append("### ").Append(place.Key).Append("\n\n");
            text.Append(Table(place, change => MarkdownEscaper.Code(change.Names.LastOrDefault() ?? ""))).Append('\n');
        }
    }

    /// <summary>A table with one row per change.</summary>
    internal static MarkdownTable Table(IEnumerable<SpecChange> changes, Func<SpecChange, string> nameOf)
    {
        var table = new MarkdownTable("Change", "What", "Property", "Old → new");
        foreach (var change in changes)
        {
            table.Add(change.Change.ToString(), $"{MarkdownEscaper.Plain(change.Kind)} {nameOf(change)}", Property(change), Values(change));
        }

        return table;
    }

    // The page and the element. All changes of pages share one heading.
    private static string Place(SpecChange change) =>
        change.Names.Count < 2 ? "Pages" : string.Join(" / ", change.Names.Take(2).Select(MarkdownEscaper.Code));

    private static string Property(SpecChange change) =>
        change.Change is ChangeKind.Renamed || change.Property is null ? "" : MarkdownEscaper.Code(change.Property);

    private static string Values(SpecChange change) => change switch
    {
        { Change: ChangeKind.Added } => Whole(change.New),
        { Change: ChangeKind.Removed } => Whole(change.Old),
        { Change: ChangeKind.Moved, Old: null, New: null } => "",
        _ => $"{Value(change.Old)} → {Value(change.New)}",
    };

    // Show the formula of an added or removed item; the file contains the rest.
    private static string Whole(JsonValue? thing) =>
        thing is JsonObject o && o.Text("formula") is { } formula ? MarkdownEscaper.Code(formula) : "";

    private static string Value(JsonValue? value)
    {
        switch (value)
        {
            case null:
                return "(none)";
            case JsonString s:
                return MarkdownEscaper.Code(s.Value);
            default:
                return MarkdownEscaper.Code(JsonTree.Text(value));
        }
    }
}
