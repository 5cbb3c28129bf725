using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Usage;

/// <summary>The references of one formula, and whether it can name elements other than its sources.</summary>
/// <param name="References">The parts of each reference, unescaped, with blanks around slashes removed.</param>
/// <param name="ReachesElsewhere">True for Lookup and Rollup, which may name any element of the document.</param>
internal sealed record UsageFormula(IReadOnlyList<IReadOnlyList<string>> References, bool ReachesElsewhere)
{
    public static UsageFormula Parse(string formula) =>
        new(
            FormulaReferences
                .Parse(formula)
                .Select(reference => (IReadOnlyList<string>)reference.Steps.Select(step => step.Trim()).ToList())
                .ToList(),
            Calls(formula, "Lookup") || Calls(formula, "Rollup"));

    private static bool Calls(string formula, string function) => formula.IndexOf(function, StringComparison.OrdinalIgnoreCase) >= 0;
}
