using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Sandbox;

/// <summary>One [Prefix/Column] of a formula: its position and its unescaped parts (spec.md section 11, rules 1 to 3).</summary>
internal sealed record FormulaReference(int Start, int Length, IReadOnlyList<string> Parts)
{
    /// <summary>All references of a formula in order; text literals are skipped.</summary>
    public static IReadOnlyList<FormulaReference> All(string formula)
    {
        List<FormulaReference> found = [];
        for (int at = 0; at < formula.Length; at++)
        {
            if (formula[at] is '"' or '\'')
            {
                at = End(formula, at + 1, formula[at]);
            }
            else if (formula[at] == '[' && IsIndex(formula, at, found))
            {
                at = End(formula, at + 1, ']');
            }
            else if (formula[at] == '[')
            {
                int end = End(formula, at + 1, ']');
                found.Add(
                    new FormulaReference(
                        at,
                        Math.Min(end + 1, formula.Length) - at,
                        Split(formula[(at + 1)..Math.Min(end, formula.Length)])));
                at = end;
            }
        }

        return found;
    }

    /// <summary>The reference if the formula contains only that; else null.</summary>
    public static FormulaReference? Only(string formula)
    {
        string text = formula.Trim();
        return All(text) is [FormulaReference one] && one.Length == text.Length ? one : null;
    }

    /// <summary>Writes a reference for a formula.</summary>
    public static string Write(IEnumerable<string> parts) => "[" + string.Join('/', parts.Select(Escape)) + "]";

    // [0] directly after a path into JSON is an index and not a reference (spec.md section 11, rule 9).
    private static bool IsIndex(string formula, int at, List<FormulaReference> found) =>
        at > 0
        && (char.IsLetterOrDigit(formula[at - 1]) || formula[at - 1] is '_' or ']')
        && (formula[at - 1] != ']' || found.Count > 0)
        && End(formula, at + 1, ']') is int end
        && end < formula.Length
        && end > at + 1
        && formula[(at + 1)..end].All(char.IsAsciiDigit);

    private static string Escape(string part) =>
        part.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("/", "\\/", StringComparison.Ordinal)
            .Replace("[", "\\[", StringComparison.Ordinal)
            .Replace("]", "\\]", StringComparison.Ordinal);

    private static int End(string formula, int from, char closing)
    {
        int at = from;
        while (at < formula.Length && formula[at] != closing)
        {
            at += formula[at] == '\\' ? 2 : 1;
        }

        return at;
    }

    private static List<string> Split(string inner)
    {
        List<string> parts = [];
        StringBuilder part = new();
        for (int at = 0; at < inner.Length; at++)
        {
            if (inner[at] == '/')
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                part.Append(inner[at] == '\\' && at + 1 < inner.Length ? inner[++at] : inner[at]);
            }
        }

        parts.Add(part.ToString());
        return parts;
    }
}
