using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// A formula with the last step of every reference in its friendly form, as Sigma returns it (spec sheet, section 11.5).
/// </summary>
internal static class FriendlyFormula
{
    // Not a character of a name, so that the name "A/B" differs from the steps A and B.
    private const string StepEnd = "\0";

    /// <summary>
    /// The form in which a formula has the same text as it was sent and as Sigma returns it. It is for comparisons, not for people.
    /// </summary>
    public static string Normalize(string formula)
    {
        var text = new StringBuilder();
        var at = 0;
        foreach (var reference in FormulaReferences.Parse(formula))
        {
            text.Append(formula, at, reference.Start - at).Append('[');
            text.Append(
                    string.Join(
                        StepEnd,
                        reference.Steps.Take(reference.Steps.Count - 1).Concat(new[] { FriendlyName.FromRaw(reference.Name) })))
                .Append(']');
            at = reference.End;
        }

        return text.Append(formula, at, formula.Length - at).ToString();
    }
}
