using System;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Formulas that a converter has left in another tool's language, such as ${TABLE}."Amount".</summary>
internal static class ForeignFormulas
{
    public static readonly SpecRule Rule = new("foreign-formula", IssueSeverity.Error, "A formula is written in Sigma's language.");
    public static readonly SpecCheck Check = new(Run, Rule);

    /// <summary>Whether a formula holds another tool's way to name a column.</summary>
    public static bool IsForeign(string formula) => formula.IndexOf("${", StringComparison.Ordinal) >= 0 || formula.IndexOf("{{", StringComparison.Ordinal) >= 0;

    private static void Run(SpecScene scene, IssueSink sink)
    {
        foreach (var formula in Formulas.Of(scene))
        {
            if (IsForeign(formula.Value))
            {
                sink.Report(Rule, formula, $"the formula '{ShapeWords.Cut(formula.Value)}' is written in another tool's language", "Write references in brackets: [TABLE/Column] for a column of the source, [Name] for one of this element.", "formula");
            }
        }
    }
}
