using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Recognizes other languages by their words and signs (function sheet, section 3).</summary>
internal static class ForeignPhrases
{
    /// <summary>The words that a formula of another language is known by, in the order of how much they explain.</summary>
    private static readonly (string Word, string Language, string Form)[] Words =
    {
        ("SELECT", "SQL", "a SQL element, whose source has the statement"),
        ("CASE", "SQL", "If(condition, value, …) or Switch(value, case, result, …)"),
        ("WHEN", "SQL", "If(condition, value, …)"),
        ("OVER", "SQL", "a Cumulative, Moving or Rank function in a sorted grouping, or a SQL element"),
        ("WITHIN", "SQL", "PercentileCont(value, 0.9)"),
        ("FIXED", "Tableau", "a grouped element and Lookup, or a SQL element"),
        ("INCLUDE", "Tableau", "a grouped element and Lookup, or a SQL element"),
        ("EXCLUDE", "Tableau", "a grouped element and Lookup, or a SQL element"),
        ("THEN", "Tableau", "If(condition, value, else)"),
        ("DISTINCT", "SQL", "CountDistinct(value)"),
        ("BETWEEN", "SQL", "Between(value, lower, upper)"),
        ("ILIKE", "SQL", "ILike(text, \"A%\")"),
        ("LIKE", "SQL", "Like(text, \"A%\") or StartsWith(text, \"A\")"),
        ("IS", "SQL", "IsNull(value) or IsNotNull(value)"),
        ("IN", "SQL", "In(value, \"a\", \"b\"), negated Not (In(value, …))"),
        ("RETURN", "DAX", "a column of its own for each variable"),
        ("VAR", "DAX", "a column of its own for each variable"),
        ("FROM", "SQL", "DatePart(\"year\", date) or Year(date)"),
        ("AS", "SQL", "Text(value), Number(value), Int(value) or Date(value)"),
        ("sql", "LookML", "a formula such as [Column] = \"A\""),
    };

    /// <summary>The phrase that explains why a text is not a formula.</summary>
    /// <param name="tree">The formula.</param>
    /// <param name="problem">Its first problem; null where it could be read.</param>
    /// <returns>The phrase; null where nothing points to another language.</returns>
    public static ForeignPhrase? Find(FormulaTree tree, FormulaProblem? problem) =>
        Templates(tree)
        ?? (problem is null ? null : Word(tree) ?? Table(tree, problem) ?? Operator(tree) ?? CountStar(tree, problem));

    private static ForeignPhrase? Templates(FormulaTree tree)
    {
        foreach (var token in tree.Tokens)
        {
            if (token.Kind == FormulaTokenKind.Template)
            {
                var text = tree.Text.Substring(token.Start, token.Length);
                return text[0] == '$'
                    ? new ForeignPhrase(
                        token.Start,
                        token.End,
                        $"{Cut(text)} is LookML; Sigma writes references in brackets",
                        "Write [TABLE/Column] for a column of the source, [Name] for one of this element.")
                    : text[1] == '%'
                        ? new ForeignPhrase(token.Start, token.End, $"{Cut(text)} is LookML; in Sigma a control is [control-id]")
                    : Braces(token, text);
            }
        }

        return null;
    }

    private static ForeignPhrase Braces(FormulaToken token, string text)
    {
        var inner = text.Trim('{', '}').Trim();
        var isControl = token.IsClosed && inner.Length > 0 && inner.All(c => char.IsLetterOrDigit(c) || c is '_' or '-');
        return new ForeignPhrase(
            token.Start,
            token.End,
            $"{Cut(text)} is for SQL statements and templates; in a formula a control is [control-id], a column [Source/Column]",
            Fix: isControl ? new[] { new FormulaEdit(token.Start, token.End, $"[{inner}]") } : null);
    }

    private static ForeignPhrase? Word(FormulaTree tree)
    {
        var breaks = tree.Problems.Where(problem => problem.Kind == FormulaProblemKind.MissingOperator);
        var broken = new HashSet<int>(breaks.Select(problem => problem.Start));
        foreach (var (word, language, form) in Words)
        {
            for (var i = 0; i < tree.Tokens.Count; i++)
            {
                if (Is(tree, i, word) && IsForeign(tree, i, word, broken))
                {
                    var token = tree.Tokens[i];
                    return new ForeignPhrase(token.Start, token.End, $"{tree.TextOf(i)} is {language}; in Sigma it is {form}");
                }
            }
        }

        return null;
    }

    // In(…), Like(…), Between(…) and Case(…) at the place of a value are calls; between values they are words of SQL.
    private static bool IsForeign(FormulaTree tree, int token, string word, HashSet<int> broken) => word switch
    {
        "IN" or "LIKE" or "ILIKE" or "BETWEEN" => broken.Contains(tree.Tokens[token].Start)
            || (token > 0 && Is(tree, token - 1, "not") && broken.Contains(tree.Tokens[token - 1].Start)),
        "CASE" or "VAR" => tree.Tokens[token + 1].Kind != FormulaTokenKind.OpenParenthesis,
        _ => true,
    };

    private static bool Is(FormulaTree tree, int token, string word) =>
        tree.Tokens[token].Kind == FormulaTokenKind.Name && tree.Tokens[token].Length == word.Length
        && string.Compare(tree.Text, tree.Tokens[token].Start, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    // Sales[Amount] is DAX.
    private static ForeignPhrase? Table(FormulaTree tree, FormulaProblem problem)
    {
        for (var i = 1; i < tree.Tokens.Count; i++)
        {
            var (table, column) = (tree.Tokens[i - 1], tree.Tokens[i]);
            if (column.Kind == FormulaTokenKind.Reference
                && column.Start == problem.Start
                && table.End == column.Start
                && table.Kind is FormulaTokenKind.Name or FormulaTokenKind.Text)
            {
                var name = tree.Text.Substring(table.Start, table.Length).Trim('\'', '"');
                var inner = tree.Text.Substring(column.Start + 1, column.Length - 1);
                return new ForeignPhrase(
                    table.Start,
                    column.End,
                    $"{Cut(tree.Text.Substring(table.Start, column.End - table.Start))} is DAX; in Sigma it is [{name}/{inner}");
            }
        }

        return null;
    }

    private static ForeignPhrase? Operator(FormulaTree tree)
    {
        var foreign = tree.Problems.Where(problem => problem.Kind == FormulaProblemKind.ForeignOperator).ToList();
        if (foreign.Count == 0)
        {
            return null;
        }

        var first = foreign[0];
        var text = tree.Text.Substring(first.Start, first.End - first.Start);
        var form = text switch
        {
            "==" => "=",
            "&&" => "and",
            "||" => "& for texts, or for conditions",
            "!" => "Not",
            "::" => "Text(value), Number(value) or Date(value)",
            ":=" => "the name and the formula of a metric, each in its own field",
            _ => "or",
        };
        var isCertain = text is "==" or "&&"
            && tree.Problems.Count == foreign.Count
            && foreign.All(problem => problem.End - problem.Start == 2 && tree.Text[problem.Start] == text[0]);
        return new ForeignPhrase(
            first.Start,
            first.End,
            $"'{text}' is not one of Sigma's operators; in Sigma it is {form}",
            Detail: text,
            Fix: isCertain ? foreign.Select(problem => new FormulaEdit(problem.Start, problem.End, form)).ToList() : null);
    }

    private static ForeignPhrase? CountStar(FormulaTree tree, FormulaProblem problem) =>
        problem.Kind == FormulaProblemKind.EmptyArgument && problem.Start < tree.Text.Length && tree.Text[problem.Start] == '*'
            ? new ForeignPhrase(problem.Start, problem.End, "a '*' for all rows is SQL; in Sigma it is Count()") : null;

    private static string Cut(string text) => text.Length <= 60 ? text : text.Substring(0, 60) + "…";
}
