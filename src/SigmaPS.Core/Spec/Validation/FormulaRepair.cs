using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Corrects formulas in a spec if an issue has exactly one correction.</summary>
public static class FormulaRepair
{
    // A fix can overlap another one, so the rest waits for the next pass. Nested calls need one pass per level at most.
    private const int MostPasses = 50;

    /// <summary>Applies the fixes of rules.</summary>
    /// <param name="document">The spec; changed in place.</param>
    /// <param name="rules">The IDs of the rules.</param>
    /// <param name="customFunctions">The functions that the organization defined for itself; null for none.</param>
    /// <returns>One line per formula, with its old and its new text.</returns>
    public static IReadOnlyList<string> Apply(
        SpecDocument document,
        IReadOnlyCollection<string> rules,
        IReadOnlyCollection<string>? customFunctions = null)
    {
        var repaired = new Dictionary<string, (string Subject, string Old, string New)>();
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var fixes = SpecValidator.Validate(document.Root, rule => rules.Contains(rule.Id), customFunctions: customFunctions)
                .Where(issue => issue.SuggestedFormula is not null).GroupBy(issue => issue.Pointer).ToList();
            if (fixes.Count == 0)
            {
                break;
            }

            foreach (var formula in fixes)
            {
                var old = formula.First().Part!.Formula;
                var mended = Mend(old, formula.Select(issue => issue.Part!.Edits));
                Set(document.Root, formula.Key, mended);
                var first = repaired.TryGetValue(formula.Key, out var known) ? known.Old : old;
                repaired[formula.Key] = (string.Join("/", formula.First().Names), first, mended);
            }
        }

        return repaired.Values.Select(one => $"{one.Subject}: {one.Old} → {one.New}").ToList();
    }

    // A fix is applied whole or not at all.
    private static string Mend(string formula, IEnumerable<IReadOnlyList<TextEdit>> fixes)
    {
        var taken = new List<TextEdit>();
        foreach (var fix in fixes)
        {
            if (!fix.Any(edit => taken.Exists(other => edit.Start < other.End && other.Start < edit.End)))
            {
                taken.AddRange(fix);
            }
        }

        return FormulaEdit.Apply(formula, taken.Select(edit => new FormulaEdit(edit.Start, edit.End, edit.Text)));
    }

    private static void Set(JsonObject root, string pointer, string formula)
    {
        JsonValue holder = root;
        var segments = pointer.Substring(1).Split('/').Select(segment => segment.Replace("~1", "/").Replace("~0", "~")).ToList();
        foreach (var segment in segments.Take(segments.Count - 1))
        {
            holder = holder is JsonArray items
                ? items[int.Parse(segment, System.Globalization.CultureInfo.InvariantCulture)]
                : ((JsonObject)holder)[segment]!;
        }

        ((JsonObject)holder).Set(segments[segments.Count - 1], new JsonString(formula));
    }
}
