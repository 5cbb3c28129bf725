using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Validates the text of specs offline.</summary>
public static class SpecTextValidator
{
    /// <summary>Validates a text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="format">The format.</param>
    /// <param name="isOn">Whether a rule is checked; null for all rules.</param>
    /// <returns>Issues in document order, with lines.</returns>
    public static IReadOnlyList<SpecIssue> Validate(string text, SpecFormat format, Func<SpecRule, bool>? isOn = null) =>
        ParsedSpec.Parse(text, format).Validate(isOn);

    /// <summary>Adds lines in a text to issues.</summary>
    /// <param name="issues">The issues. An issue of a value that is not in the text gets no line.</param>
    /// <param name="text">The text.</param>
    internal static void Place(IReadOnlyList<SpecIssue> issues, string text)
    {
        if (issues.Count > 0)
        {
            var lines = new LineMap(text);
            foreach (var issue in issues.Where(issue => issue.Offset >= 0))
            {
                IssueTextPlacer.Place(issue, text, lines);
            }
        }
    }
}
