using System.Collections.Generic;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Formulas whose brackets, parentheses or quotes do not close.</summary>
internal static class FormulaSyntax
{
    public static readonly SpecRule Rule = new("formula-syntax", IssueSeverity.Error, "Brackets, parentheses and quotes of a formula close.");
    public static readonly SpecCheck Check = new(Run, Rule);

    private static void Run(SpecScene scene, IssueSink sink)
    {
        foreach (var formula in Formulas.Of(scene))
        {
            if (!ForeignFormulas.IsForeign(formula.Value) && Problem(formula.Value) is { } problem)
            {
                sink.Report(Rule, formula, problem, "Close it, or escape the character with a backslash if it belongs to a name.", "formula");
            }
        }
    }

    /// <summary>What does not close in a formula; null where all is well.</summary>
    public static string? Problem(string formula)
    {
        var open = new Stack<char>();
        for (var i = 0; i < formula.Length; i++)
        {
            switch (formula[i])
            {
                case '"':
                    i = End(formula, i, '"');
                    if (i < 0)
                    {
                        return "a text in the formula has no closing quote";
                    }

                    break;
                case '[':
                    i = End(formula, i, ']');
                    if (i < 0)
                    {
                        return "a '[' in the formula has no closing ']'";
                    }

                    break;
                case ']':
                    return "a ']' in the formula has no opening '['";
                case '(' or '{':
                    open.Push(formula[i]);
                    break;
                case ')' or '}' when open.Count == 0 || open.Pop() != (formula[i] == ')' ? '(' : '{'):
                    return $"a '{formula[i]}' in the formula has no opening '{(formula[i] == ')' ? '(' : '{')}'";
            }
        }

        return open.Count == 0 ? null : $"a '{open.Peek()}' in the formula is not closed";
    }

    private static int End(string formula, int start, char end)
    {
        for (var i = start + 1; i < formula.Length; i++)
        {
            if (formula[i] == '\\')
            {
                i++;
            }
            else if (formula[i] == end)
            {
                return i;
            }
        }

        return -1;
    }
}
