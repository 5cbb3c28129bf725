using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// Finds the formula for a column that was written as Sigma shows it: [City (STORE_DIM)] is read as [Orders/STORE_DIM/City].
/// </summary>
internal static class RelationshipForm
{
    /// <summary>The reference through the relationship; null where the name does not mean one.</summary>
    /// <param name="scope">The element of the formula.</param>
    /// <param name="reference">A reference that does not resolve.</param>
    public static string? Find(ElementScope scope, FormulaReference reference)
    {
        var name = reference.Name;
        var open = name.LastIndexOf(" (", System.StringComparison.Ordinal);
        if (reference.Steps.Count > 2 || open <= 0 || name[name.Length - 1] != ')')
        {
            return null;
        }

        var (column, relationship) = (name.Substring(0, open), name.Substring(open + 2, name.Length - open - 3));
        return Prefixes(scope).Distinct()
            .Select(prefix => new[] { prefix, relationship, column })
            .Where(steps => scope.Resolve(new FormulaReference(steps, 0, 0)) is { IsFound: true, Route: ReferenceRoute.Relationship })
            .Select(steps => $"[{string.Join("/", steps.Select(FormulaRewriter.Escape))}]")
            .FirstOrDefault();
    }

    private static IEnumerable<string> Prefixes(ElementScope scope) =>
        scope.Prefixes.Concat(scope.Name is { } own ? new[] { own } : System.Array.Empty<string>());
}
