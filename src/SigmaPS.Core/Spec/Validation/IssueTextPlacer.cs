using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Adds line and column in a text to an issue, and its correction as changes of that text.</summary>
internal static class IssueTextPlacer
{
    /// <summary>Places an issue.</summary>
    public static void Place(SpecIssue issue, string text, LineMap lines)
    {
        if (issue.Part is not { } part)
        {
            issue.Position = lines.At(issue.Offset);
            return;
        }

        var offsets = new ScalarOffsets(text, issue.Offset, part.Formula);
        issue.Position = lines.At(offsets.StartOf(part.Start));
        issue.Replacements = Replacements(part.Edits, offsets, lines);
    }

    private static IReadOnlyList<TextReplacement> Replacements(
        IReadOnlyList<TextEdit> edits,
        ScalarOffsets offsets,
        LineMap lines)
    {
        var written = edits.Select(edit => (Edit: edit, Text: offsets.Encode(edit.Text))).ToList();
        return written.Exists(one => one.Text is null)
            ? Array.Empty<TextReplacement>()
            : written.Select(one => Replacement(one.Edit, one.Text!, offsets, lines)).ToList();
    }

    private static TextReplacement Replacement(TextEdit edit, string text, ScalarOffsets offsets, LineMap lines)
    {
        var start = offsets.StartOf(edit.Start);
        var end = edit.End > edit.Start ? offsets.EndOf(edit.End) : start;
        return new TextReplacement(lines.At(start), lines.At(Math.Max(start, end)), text);
    }
}
