using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// Explains why a text is not a formula. It reports one finding per formula, because later problems often follow from the first.
/// </summary>
internal static class SyntaxCheck
{
    public static void Run(FormulaCheck check)
    {
        var tree = check.Tree;
        if (tree.HasComment && tree.Root is not null)
        {
            check.Report(
                FormulaRule.Comment,
                0,
                tree.Text.Length,
                "the formula has a comment, which Sigma does not document",
                "Move the comment to the description.",
                "comment");
        }

        FormulaProblem? first = null;
        foreach (var problem in tree.Problems)
        {
            if (IsMild(problem))
            {
                ReportMild(check, problem);
            }
            else
            {
                first ??= problem;
            }
        }

        if (ForeignPhrases.Find(tree, first) is { } phrase)
        {
            check.IsBroken = true;
            check.Report(FormulaRule.ForeignFormula, phrase.Start, phrase.End, phrase.Problem, phrase.Advice, phrase.Detail, phrase.Fix);
        }
        else if (first is not null)
        {
            check.IsBroken = true;
            var (text, advice) = Describe(check, first);
            check.Report(FormulaRule.Syntax, first.Start, first.End, text, advice, first.Kind.ToString(), Fix(tree, first));
        }
    }

    private static bool IsMild(FormulaProblem problem) =>
        problem.Kind is FormulaProblemKind.LeadingEquals or FormulaProblemKind.PercentSign;

    private static void ReportMild(FormulaCheck check, FormulaProblem problem)
    {
        if (problem.Kind == FormulaProblemKind.LeadingEquals)
        {
            check.Report(
                FormulaRule.LeadingEquals,
                problem.Start,
                problem.End,
                "the formula begins with '=', as in Excel",
                "Remove the equals sign.",
                fix: Replace(problem, ""));
        }
        else
        {
            check.Report(
                FormulaRule.PercentSign,
                problem.Start,
                problem.End,
                "a '%' ends a number; in Sigma it is the remainder of a division",
                "Write 0.5 for 50%.");
        }
    }

    private static (string Problem, string Advice) Describe(FormulaCheck check, FormulaProblem problem)
    {
        var text = check.Quote(problem.Start, problem.End);
        return problem.Kind switch
        {
            FormulaProblemKind.UnclosedText =>
                ($"a text in the formula has no closing quote: {text}", "Close the text, or escape a quote inside it with a backslash."),
            FormulaProblemKind.UnclosedReference =>
                (
                    "a '[' in the formula has no closing ']'",
                    "Close the reference, or escape the bracket with a backslash if it belongs to a name."),
            FormulaProblemKind.Unclosed => ($"a '{text}' in the formula is not closed", $"Add the closing '{Partner(text)}'."),
            FormulaProblemKind.Unopened =>
                ($"a '{text}' in the formula has no opening '{Partner(text)}'", $"Remove it, or add the opening '{Partner(text)}'."),
            FormulaProblemKind.EmptyArgument =>
                ("an argument in the formula is empty", "Remove the comma, or write Null for an empty value."),
            FormulaProblemKind.MissingOperand =>
                (
                    text.Length == 0 ? "the formula ends where a value is due" : $"a value is missing before '{text}'",
                    "Add the value, or remove the operator."),
            FormulaProblemKind.MissingOperator =>
                ($"an operator or a comma is missing before {text}", "Join values with an operator, such as & for texts."),
            FormulaProblemKind.UnexpectedComma =>
                (
                    "a comma is outside of a function's arguments",
                    "Use a point in numbers; put arguments in the parentheses of a function."),
            FormulaProblemKind.Semicolon => ("a semicolon separates arguments", "Separate arguments with commas."),
            FormulaProblemKind.UnexpectedColon =>
                ("a colon is outside of a record", "Use a colon only after a key, as in { key: [Column] }."),
            FormulaProblemKind.CurlyQuotes => ($"a text has typographic quotes: {text}", "Use straight double quotes."),
            FormulaProblemKind.BlankBeforeDot =>
                ("a blank separates a value from the dot of its path", "Write [Column].field without a blank."),
            FormulaProblemKind.UnexpectedDot =>
                ("a dot in the formula does not belong to a path or a number", "Write [Column].field, or remove the dot."),
            FormulaProblemKind.OnlyComment => ("the formula consists of a comment", "Write a formula."),
            FormulaProblemKind.ForeignOperator => ($"'{text}' is not one of Sigma's operators", "Use an operator of Sigma."),
            _ => ($"the character '{text}' does not belong to a formula", "Remove it, or put it in quotes or brackets."),
        };
    }

    private static IReadOnlyList<FormulaEdit>? Fix(FormulaTree tree, FormulaProblem problem) => problem.Kind switch
    {
        FormulaProblemKind.Semicolon when tree.Problems.All(other => other.Kind == problem.Kind) =>
            tree.Problems.Select(other => new FormulaEdit(other.Start, other.End, ",")).ToList(),
        FormulaProblemKind.BlankBeforeDot when tree.Problems.Count == 1 => Replace(problem, "."),
        FormulaProblemKind.CurlyQuotes when tree.Problems.All(other => other.Kind == problem.Kind) => Straighten(tree),
        _ => null,
    };

    private static IReadOnlyList<FormulaEdit>? Straighten(FormulaTree tree)
    {
        var texts = tree.Problems.Select(problem => tree.Text.Substring(problem.Start, problem.End - problem.Start)).ToList();
        return texts.All(text => text.Length > 1 && text.IndexOf('"') < 0)
            ? tree.Problems.SelectMany(problem => new[] { Quote(problem.Start), Quote(problem.End - 1) }).ToList()
            : null;
    }

    private static FormulaEdit Quote(int at) => new(at, at + 1, "\"");

    private static IReadOnlyList<FormulaEdit> Replace(FormulaProblem problem, string text) =>
        new[] { new FormulaEdit(problem.Start, problem.End, text) };

    private static string Partner(string bracket) =>
        bracket switch { "(" => ")", ")" => "(", "{" => "}", "}" => "{", "[" => "]", _ => "[" };
}
