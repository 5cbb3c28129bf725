using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Judges specs offline, wherever they come from.</summary>
public static class SpecTextValidator
{
    /// <summary>Judges a text.</summary>
    /// <param name="text">JSON or YAML.</param>
    /// <param name="format">Which of them.</param>
    /// <param name="isOn">Which rules count; null for all.</param>
    /// <returns>Issues in document order, with lines.</returns>
    public static IReadOnlyList<SpecIssue> Validate(string text, SpecFormat format, Func<SpecRule, bool>? isOn = null) =>
        ParsedSpec.Parse(text, format).Validate(isOn);

    /// <summary>Gives issues their lines in a text.</summary>
    /// <param name="issues">The issues; what stands nowhere in the text keeps no line.</param>
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
