using System;
using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec;

/// <summary>The bracketed references in a formula, read with its strings and escapes in mind.</summary>
public static class FormulaReferences
{
    /// <summary>Finds the references.</summary>
    /// <param name="formula">For example Sum([Orders/Net Revenue]).</param>
    /// <returns>Each reference with its steps, unescaped, and where it stands.</returns>
    public static IReadOnlyList<FormulaReference> Of(string formula)
    {
        var found = new List<FormulaReference>();
        for (var i = 0; i < formula.Length; i++)
        {
            if (formula[i] == '"')
            {
                i = EndOfString(formula, i);
            }
            else if (formula[i] == '[' && Read(formula, i) is { } reference)
            {
                found.Add(reference);
                i = reference.End - 1;
            }
        }

        return found;
    }

    /// <summary>The reference that a formula consists of, when it is nothing else; null otherwise.</summary>
    /// <param name="formula">A formula.</param>
    /// <returns>The one reference or null.</returns>
    public static FormulaReference? Only(string formula)
    {
        var trimmed = formula.Trim();
        return trimmed.StartsWith("[", StringComparison.Ordinal) && Read(trimmed, 0) is { } reference && reference.End == trimmed.Length ? reference : null;
    }

    private static FormulaReference? Read(string formula, int start)
    {
        var steps = new List<string>();
        var starts = new List<int> { start + 1 };
        var step = new StringBuilder();
        for (var i = start + 1; i < formula.Length; i++)
        {
            switch (formula[i])
            {
                case '\\' when i + 1 < formula.Length:
                    step.Append(formula[++i]);
                    break;
                case '/':
                    steps.Add(step.ToString());
                    starts.Add(i + 1);
                    step.Clear();
                    break;
                case ']':
                    steps.Add(step.ToString());
                    return new FormulaReference(steps, start, i + 1) { StepStarts = starts };
                default:
                    step.Append(formula[i]);
                    break;
            }
        }

        return null;
    }

    private static int EndOfString(string formula, int start)
    {
        for (var i = start + 1; i < formula.Length; i++)
        {
            if (formula[i] == '\\')
            {
                i++;
            }
            else if (formula[i] == '"')
            {
                return i;
            }
        }

        return formula.Length;
    }
}

/// <summary>One bracketed reference.</summary>
public sealed class FormulaReference
{
    /// <summary>Makes a reference.</summary>
    /// <param name="steps">Source, relationship and column, or just a name.</param>
    /// <param name="start">Where its bracket opens.</param>
    /// <param name="end">Just behind its closing bracket.</param>
    public FormulaReference(IReadOnlyList<string> steps, int start, int end)
    {
        Steps = steps;
        Start = start;
        End = end;
    }

    /// <summary>The steps, unescaped.</summary>
    public IReadOnlyList<string> Steps { get; }

    /// <summary>Where its bracket opens.</summary>
    public int Start { get; }

    /// <summary>Just behind its closing bracket.</summary>
    public int End { get; }

    /// <summary>Where each step's text begins in the formula.</summary>
    public IReadOnlyList<int> StepStarts { get; init; } = System.Array.Empty<int>();

    /// <summary>The last step: the name of a column, metric or control.</summary>
    public string Name => Steps[Steps.Count - 1];
}
