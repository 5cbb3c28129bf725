using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec;

/// <summary>Finds the bracketed references in a formula. Texts, comments and indexes such as [0] after a value are not
/// references.</summary>
public static class FormulaReferences
{
    /// <summary>Finds the references.</summary>
    /// <param name="formula">For example Sum([Orders/Net Revenue]).</param>
    /// <returns>Each reference with its unescaped steps and its offsets.</returns>
    public static IReadOnlyList<FormulaReference> Parse(string formula)
    {
        var found = new List<FormulaReference>();
        if (formula.IndexOf('[') < 0)
        {
            return found;
        }

        var lexer = new FormulaLexer(formula);
        for (var token = lexer.Read(); token.Kind != FormulaTokenKind.End; token = lexer.Read())
        {
            if (token.Kind == FormulaTokenKind.Reference && token.IsClosed)
            {
                found.Add(Read(formula, token));
            }
        }

        return found;
    }

    /// <summary>The reference if the formula contains only that; else null.</summary>
    /// <param name="formula">A formula.</param>
    /// <returns>The reference; null for any other formula.</returns>
    public static FormulaReference? Only(string formula)
    {
        var lexer = new FormulaLexer(formula);
        var token = lexer.Read();
        return token.Kind == FormulaTokenKind.Reference && token.IsClosed && lexer.Read().Kind == FormulaTokenKind.End && !lexer.HasComment
            ? Read(formula, token)
            : null;
    }

    /// <summary>Parses the steps of a reference.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="token">A closed reference in it.</param>
    /// <returns>The reference.</returns>
    public static FormulaReference Read(string formula, FormulaToken token) =>
        formula.IndexOf('\\', token.Start, token.Length) < 0 ? ReadPlain(formula, token) : ReadEscaped(formula, token);

    // Nearly no name has an escape, so its steps can be cut out.
    private static FormulaReference ReadPlain(string formula, FormulaToken token)
    {
        var (start, end) = (token.Start + 1, token.End - 1);
        var count = 1;
        for (var i = start; i < end; i++)
        {
            count += formula[i] == '/' ? 1 : 0;
        }

        var steps = new string[count];
        var starts = new int[count];
        for (var at = 0; at < count; at++)
        {
            var stop = at < count - 1 ? formula.IndexOf('/', start) : end;
            steps[at] = formula.Substring(start, stop - start);
            starts[at] = start;
            start = stop + 1;
        }

        return new FormulaReference(steps, token.Start, token.End) { StepStarts = starts };
    }

    private static FormulaReference ReadEscaped(string formula, FormulaToken token)
    {
        var steps = new List<string>();
        var starts = new List<int> { token.Start + 1 };
        var step = new StringBuilder();
        for (var i = token.Start + 1; i < token.End - 1; i++)
        {
            switch (formula[i])
            {
                case '\\':
                    step.Append(formula[++i]);
                    break;
                case '/':
                    steps.Add(step.ToString());
                    starts.Add(i + 1);
                    step.Clear();
                    break;
                default:
                    step.Append(formula[i]);
                    break;
            }
        }

        steps.Add(step.ToString());
        return new FormulaReference(steps, token.Start, token.End) { StepStarts = starts };
    }
}
