using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds the silent traps: Sigma takes these formulas, and they give Null or fail later (function sheet, section 2).</summary>
internal static class ValueCheck
{
    public static void Run(FormulaCheck check)
    {
        foreach (var node in check.Tree.Nodes)
        {
            if (node is { Kind: FormulaNodeKind.Binary, Token: >= 0 })
            {
                CheckOperator(check, node, check.Tree.TextOf(node.Token));
            }
            else if (check.FunctionOf(node) is { } function)
            {
                CheckConditions(check, node, function);
                CheckBranches(check, node, function);
            }
        }
    }

    private static void CheckOperator(FormulaCheck check, FormulaNode node, string op)
    {
        var token = check.Tree.Tokens[node.Token];
        if (op == "<>")
        {
            check.Report(
                FormulaRule.UnlistedOperator,
                token.Start,
                token.End,
                "<> is not in Sigma's list of operators",
                "Write !=.",
                fix: new[] { new FormulaEdit(token.Start, token.End, "!=") });
        }
        else if (op == "+" && node.Children.Any(child => check.TypeOf(child) == FormulaType.Text))
        {
            check.Report(
                FormulaRule.TextAddition,
                token.Start,
                token.End,
                "+ adds numbers, and one side is a text",
                "Join texts with &.",
                fix: new[] { new FormulaEdit(token.Start, token.End, "&") });
        }

        if (FormulaOperators.Strength(op) == FormulaOperators.Strength("="))
        {
            CheckComparison(check, node, op, token);
        }
    }

    private static void CheckComparison(FormulaCheck check, FormulaNode node, string op, FormulaToken token)
    {
        var (left, right) = (node.Children[0], node.Children[1]);
        if (left.Kind == FormulaNodeKind.Null || right.Kind == FormulaNodeKind.Null)
        {
            check.Report(
                FormulaRule.NullComparison,
                token.Start,
                token.End,
                $"a comparison with Null is Null in every row",
                op == "=" ? "Write IsNull(value)." : "Write IsNotNull(value).",
                fix: NullFix(op, left, right));
            return;
        }

        if (Types(check, left, right) is (FormulaType.Number, FormulaType.Text) or (FormulaType.Text, FormulaType.Number))
        {
            check.Report(
                FormulaRule.TypeMismatch,
                node.Start,
                node.End,
                $"{check.Quote(node)} compares a number with a text, which is Null in every row",
                "Give both sides one type.",
                fix: UnquotedNumber(check, left, right));
        }

        if ((Range(check, left) ?? Range(check, right)) is { } control)
        {
            check.Report(
                FormulaRule.RangeControl,
                control.Start,
                control.End,
                $"{check.Quote(control)} is a range, which has no single value to compare",
                $"Write Between(value, {check.Quote(control)}.start, {check.Quote(control)}.end), or .min and .max for numbers.");
        }
    }

    private static FormulaNode? Range(FormulaCheck check, FormulaNode node) =>
        node.Kind == FormulaNodeKind.Reference && check.Context.Describe(check.ReferenceOf(node)).IsRange ? node : null;

    private static IReadOnlyList<FormulaEdit>? NullFix(string op, FormulaNode left, FormulaNode right)
    {
        var function = op switch { "=" => "IsNull(", "!=" or "<>" => "IsNotNull(", _ => null };
        return function is null || left.Kind == right.Kind ? null
            : right.Kind == FormulaNodeKind.Null
                ? new[] { new FormulaEdit(left.Start, left.Start, function), new FormulaEdit(left.End, right.End, ")") }
                : new[] { new FormulaEdit(left.Start, right.Start, function), new FormulaEdit(right.End, right.End, ")") };
    }

    private static IReadOnlyList<FormulaEdit>? UnquotedNumber(FormulaCheck check, FormulaNode left, FormulaNode right)
    {
        var text = left.Kind == FormulaNodeKind.Text ? left : right.Kind == FormulaNodeKind.Text ? right : null;
        if (text is null)
        {
            return null;
        }

        var digits = check.Unquoted(text);
        return digits.Length > 0 && FormulaCharacters.EndOfNumber(digits, 0) == digits.Length && char.IsDigit(digits[0])
            ? new[] { new FormulaEdit(text.Start, text.End, digits) }
            : null;
    }

    private static void CheckConditions(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        if (function.Name != "If")
        {
            return;
        }

        for (var i = 0; i + 1 < call.Children.Count; i += 2)
        {
            var condition = call.Children[i];
            if (check.TypeOf(condition) == FormulaType.Number)
            {
                check.Report(
                    FormulaRule.NumberCondition,
                    condition.Start,
                    condition.End,
                    $"{check.Quote(condition)} is a number where If takes a condition",
                    "Compare it, for example with = 1.");
            }
        }
    }

    private static void CheckBranches(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        var branches = function.Name switch
        {
            "If" => call.Children.Where((_, i) => i % 2 == 1 || i == call.Children.Count - 1),
            "Switch" => call.Children.Where((_, i) => i > 0 && (i % 2 == 0 || i == call.Children.Count - 1)),
            "Choose" => call.Children.Skip(1),
            "Coalesce" => call.Children,
            _ => Enumerable.Empty<FormulaNode>(),
        };
        var literals = branches.Where(IsLiteral).ToList();
        var odd = literals.FirstOrDefault(literal => check.TypeOf(literal) != check.TypeOf(literals[0]));
        if (odd is not null)
        {
            check.Report(
                FormulaRule.MixedBranches,
                odd.Start,
                odd.End,
                $"{function.Name} has {check.Quote(literals[0])} and {check.Quote(odd)}, which are of different types",
                "Give every branch one type.",
                function.Name);
        }
    }

    private static bool IsLiteral(FormulaNode node) =>
        node.Kind is FormulaNodeKind.Number or FormulaNodeKind.Text or FormulaNodeKind.Logical;

    private static (FormulaType Left, FormulaType Right) Types(FormulaCheck check, FormulaNode left, FormulaNode right) =>
        (check.TypeOf(left), check.TypeOf(right));
}
