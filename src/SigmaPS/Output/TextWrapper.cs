using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS;

/// <summary>Wraps text between words, because PowerShell's own wrapping breaks them.</summary>
internal static class TextWrapper
{
    private const string Ellipsis = " …";

    // A word that is longer than a line is broken behind one of these, so that paths and IDs with parts stay readable.
    private const string Joints = "/\\_-.,;:@&=)]}";

    /// <summary>The lines of a text.</summary>
    /// <param name="text">The text, in one line.</param>
    /// <param name="width">The most cells of a line.</param>
    /// <param name="most">The most lines; an ellipsis behind a whole word shows that the text goes on. 0 for all lines.</param>
    public static IReadOnlyList<string> Wrap(string text, int width, int most = 0)
    {
        var lines = new List<string>();
        var rest = text.TrimEnd();
        while (DisplayWidth.Of(rest) > width)
        {
            var cut = FindCut(rest, width);
            lines.Add(rest.Substring(0, cut).TrimEnd());
            rest = rest.Substring(cut).TrimStart(' ');
            if (lines.Count == most)
            {
                lines[most - 1] = EndWithEllipsis(lines[most - 1], width);
                return lines;
            }
        }

        lines.Add(rest);
        return lines;
    }

    private static int FindCut(string text, int width)
    {
        var fit = Fitting(text, width);
        var space = text.LastIndexOf(' ', fit);
        if (space > 0 && text.Substring(0, space).Trim().Length > 0)
        {
            return space;
        }

        // The last joint in the line; without one there is no better place than the end of the line.
        var joint = Enumerable.Range(1, fit).LastOrDefault(index => Joints.IndexOf(text[index - 1]) >= 0);
        if (joint > 0)
        {
            return joint;
        }

        return char.IsHighSurrogate(text[fit - 1]) && fit > 1 ? fit - 1 : fit;
    }

    private static int Fitting(string text, int width)
    {
        var used = 0;
        for (var i = 0; i < text.Length; i++)
        {
            used += DisplayWidth.Of(text[i]);
            if (used > width)
            {
                return Math.Max(1, i);
            }
        }

        return text.Length;
    }

    private static string EndWithEllipsis(string line, int width)
    {
        while (DisplayWidth.Of(line) > width - Ellipsis.Length && line.LastIndexOf(' ') is > 0 and var space)
        {
            line = line.Substring(0, space).TrimEnd();
        }

        return line.Substring(0, Math.Min(line.Length, Fitting(line, width - Ellipsis.Length))) + Ellipsis;
    }
}
