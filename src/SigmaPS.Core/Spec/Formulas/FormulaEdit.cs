using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One change of a formula: a span of it and the text that takes its place.</summary>
/// <param name="start">The offset of the first character to replace.</param>
/// <param name="end">The offset behind the last one; the start for an insertion.</param>
/// <param name="text">The new text.</param>
public sealed class FormulaEdit(int start, int end, string text)
{
    /// <summary>The offset of the first character to replace.</summary>
    public int Start { get; } = start;

    /// <summary>The offset behind the last character to replace.</summary>
    public int End { get; } = end;

    /// <summary>The new text.</summary>
    public string Text { get; } = text;

    /// <summary>Writes a formula with its edits; every other character stays. An edit that overlaps an earlier one is left out.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="edits">The edits, in any order.</param>
    /// <returns>The new formula.</returns>
    public static string Apply(string formula, IEnumerable<FormulaEdit> edits)
    {
        var text = new StringBuilder(formula.Length);
        var at = 0;
        foreach (var edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            if (edit.Start >= at)
            {
                text.Append(formula, at, edit.Start - at).Append(edit.Text);
                at = edit.End;
            }
        }

        return text.Append(formula, at, formula.Length - at).ToString();
    }
}
