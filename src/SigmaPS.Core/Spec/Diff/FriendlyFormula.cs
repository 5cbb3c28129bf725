using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// A formula with every reference's last step in its friendly form, as the service writes it back (spec sheet, section 11.5).
/// </summary>
internal static class FriendlyFormula
{
    // No character of a name, so that the name "A/B" stays apart from the steps A and B.
    private const string StepEnd = "\0";

    /// <summary>
    /// The form in which a formula as it was sent and as it comes back are the same text. For comparing, not for showing.
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
