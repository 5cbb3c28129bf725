using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// Finds the prefixes of sources that the document does not name, such as an element of another model, in the element's own formulas.
/// </summary>
/// <remarks>
/// Another element of the document can have the same name. A column that passes a source's column through reads the source and not that
/// element.
/// </remarks>
internal static class LikelyPrefixes
{
    /// <summary>The prefixes with their sources.</summary>
    /// <param name="element">The element.</param>
    /// <param name="sources">Its sources.</param>
    public static IReadOnlyDictionary<string, JsonObject> Find(JsonObject element, IReadOnlyList<SourceScope> sources)
    {
        var unnamed = sources.Where(source => source.Prefix is null).Select(source => source.Source).Distinct().ToList();
        var found = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
        if (unnamed.Count == 0)
        {
            return found;
        }

        // Sigma writes the columns of a source first, so the first prefixes are the sources'.
        var prefixes = ElementIds
            .Objects(element, "columns")
            .Select(column => column.Text("formula") is { } formula ? FormulaReferences.Only(formula) : null)
            .Where(reference => reference is { Steps.Count: 2 })
            .Select(reference => reference!.Steps[0])
            .Distinct()
            .Where(prefix => sources.All(source => source.Prefix != prefix));
        foreach (var (prefix, source) in prefixes.Zip(unnamed, (prefix, source) => (prefix, source)))
        {
            found.Add(prefix, source);
        }

        return found;
    }
}
