using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Sandbox;

/// <summary>Guesses a formula's type from its outermost function. The real rules are not documented, and clients only need the type
/// error.</summary>
internal static class FormulaType
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["Sum"] = "number",
        ["Avg"] = "number",
        ["Count"] = "number",
        ["CountDistinct"] = "number",
        ["Round"] = "number",
        ["DateDiff"] = "number",
        ["DateTrunc"] = "datetime",
        ["Today"] = "datetime",
        ["Contains"] = "boolean",
        ["IsNull"] = "boolean",
    };

    public static string Of(string formula, IReadOnlyList<string> types)
    {
        if (FormulaReference.Only(formula) is not null)
        {
            return types[0];
        }

        int open = formula.IndexOf('(', StringComparison.Ordinal);
        if (open > 0 && Functions.TryGetValue(formula[..open].Trim(), out string? type))
        {
            return type;
        }

        return formula.Contains(" = ", StringComparison.Ordinal) && open != 2 ? "boolean"
            : types.Count > 0 && types.All(t => t == "number") ? "number" : "text";
    }
}
