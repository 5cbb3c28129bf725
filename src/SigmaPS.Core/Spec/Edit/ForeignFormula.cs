using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames an item in a formula of a workbook or report.</summary>
internal static class ForeignFormula
{
    private const string MetricsPrefix = "Metrics";

    /// <summary>Returns the formula with the new name; null if it does not contain the old one.</summary>
    public static string? Rename(string? formula, ItemRename rename, RenameResult result)
    {
        if (string.IsNullOrEmpty(formula))
        {
            return null;
        }

        var changes = FormulaReferences
            .Parse(formula!)
            .Select(reference => (Reference: reference, Steps: Steps(reference, rename, result)))
            .Where(change => change.Steps is not null)
            .Select(change => (change.Reference, change.Steps!.Value.From, change.Steps!.Value.To, rename.NewName))
            .ToList();
        return changes.Count == 0 ? null : FormulaRewriter.Replace(formula!, changes);
    }

    // The steps with the old name if the reference names the item. A slash can be part of a name.
    private static (int From, int To)? Steps(FormulaReference reference, ItemRename rename, RenameResult result)
    {
        for (var prefix = 1; prefix < reference.Steps.Count; prefix++)
        {
            var (first, last) = (Join(reference.Steps, 0, prefix), Join(reference.Steps, prefix, reference.Steps.Count));
            if (
                rename.Kind == RenameKind.Element
                    ? first == result.OldName
                    : last == result.OldName && (first == result.ElementName || first == MetricsPrefix))
            {
                return rename.Kind == RenameKind.Element ? (0, prefix) : (prefix, reference.Steps.Count);
            }
        }

        return null;
    }

    private static string Join(IReadOnlyList<string> steps, int from, int to) => string.Join("/", steps.Skip(from).Take(to - from));
}
