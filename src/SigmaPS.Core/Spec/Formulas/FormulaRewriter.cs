using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Replaces steps of references in formulas. Every other character stays.</summary>
internal static class FormulaRewriter
{
    /// <summary>Replaces steps of references.</summary>
    /// <param name="formula">The formula the references were read from.</param>
    /// <param name="changes">The reference, its first step to replace, the one before which to stop, and the new name, unescaped.</param>
    public static string Replace(string formula, IEnumerable<(FormulaReference Reference, int From, int To, string Name)> changes)
    {
        var text = new StringBuilder(formula);
        foreach (var (reference, from, to, name) in changes.OrderByDescending(change => change.Reference.StepStarts[change.From]))
        {
            var start = reference.StepStarts[from];
            var end = to < reference.StepStarts.Count ? reference.StepStarts[to] - 1 : reference.End - 1;
            text.Remove(start, end - start).Insert(start, Escape(name));
        }

        return text.ToString();
    }

    /// <summary>A name as formulas contain it between brackets (spec sheet, section 11.3).</summary>
    public static string Escape(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            text.Append(c is '/' or '[' or ']' or '\\' ? "\\" : "").Append(c);
        }

        return text.ToString();
    }
}
