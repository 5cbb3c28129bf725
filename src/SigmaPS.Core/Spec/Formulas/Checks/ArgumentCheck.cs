using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Compares the number and kind of arguments with the table.</summary>
internal static class ArgumentCheck
{
    public static void Run(FormulaCheck check)
    {
        foreach (var call in check.Calls)
        {
            if (check.FunctionOf(call) is { } function)
            {
                CheckPlace(check, call, function);
                if (!HasForeignShape(check, call, function))
                {
                    CheckCount(check, call, function);
                }

                CheckArguments(check, call, function);
            }
        }
    }

    private static void CheckPlace(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        if (check.Context.IsMetric && (function.IsWindow || function.IsJoin))
        {
            var kind = function.IsWindow ? "window" : "join";
            Report(
                check,
                FormulaRule.MetricFunction,
                call,
                $"{function.Name} is a {kind} function, which a metric cannot have",
                $"Put {function.Name} in a column, and aggregate that column in the metric.",
                function.Name);
        }
    }

    private static void CheckCount(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        var count = call.Children.Count;
        if (!function.AreArgumentsSure)
        {
            return;
        }

        if (count < function.MinArguments)
        {
            Report(
                check,
                FormulaRule.MissingArgument,
                call,
                $"{function.Name} has {Number(count)}; it takes {Range(function)}",
                "Add the missing arguments.",
                function.Name);
        }
        else if (function.IsJoin && count % 2 == 0)
        {
            Report(
                check,
                FormulaRule.MissingArgument,
                call,
                $"{function.Name} has {Number(count)}; after the formula it takes pairs of keys",
                "Give a local key and a key of the other element.",
                function.Name);
        }
        else if (count > function.MaxArguments)
        {
            Report(
                check,
                FormulaRule.ExtraArgument,
                call,
                $"{function.Name} has {Number(count)}; the list of {check.Table.ListDate} has {Range(function)}",
                "Remove the extra arguments.",
                function.Name);
        }
    }

    // Shapes that other tools' functions of the same name take (function sheet, rows 26, 77, 78, 98 and 127).
    private static bool HasForeignShape(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        var form = (function.Name, call.Children.Count) switch
        {
            ("Date", 3) => "MakeDate(year, month, day)",
            ("Text", 2) => "Text(value), with a format on the column",
            ("IsNull", 2) => "Coalesce(value, default)",
            ("Lookup", 2) when IsNumber(check, call.Children[1]) => "Lag(value, rows) or Lead(value, rows)",
            ("Switch", _) when IsTrueCall(check, call.Children.FirstOrDefault()) => "If(condition, value, …)",
            _ => null,
        };
        if (form is null)
        {
            return false;
        }

        var fix = form.StartsWith("MakeDate", System.StringComparison.Ordinal) ? Rename(check, call, "MakeDate")
            : form.StartsWith("Coalesce", System.StringComparison.Ordinal) ? Rename(check, call, "Coalesce") : null;
        var name = check.Tree.TextOf(call.Token);
        var token = check.Tree.Tokens[call.Token];
        check.Report(
            FormulaRule.ForeignArguments,
            token.Start,
            token.End,
            $"{name} with these arguments is another tool's; in Sigma it is {form}",
            "",
            name,
            fix);
        return true;
    }

    private static void CheckArguments(FormulaCheck check, FormulaNode call, FormulaFunction function)
    {
        var first = call.Children.FirstOrDefault();
        if (first is null)
        {
            return;
        }

        if (function.Name == "CountIf"
            && call.Children.Count > 1
            && first.Kind == FormulaNodeKind.Reference
            && check.TypeOf(first) != FormulaType.Logical)
        {
            Report(
                check,
                FormulaRule.CountIfColumn,
                call,
                "CountIf takes conditions only, and its first argument is a column",
                "Write CountIf(condition).",
                function.Name);
        }

        if (function.IsAggregate && first.Kind == FormulaNodeKind.Reference && IsMetric(check, first))
        {
            Report(
                check,
                FormulaRule.AggregatedMetric,
                call,
                $"{function.Name} aggregates {check.Quote(first)}, which is a metric and aggregates already",
                $"Write {check.Quote(first)}.",
                function.Name);
        }

        if (function.Name == "Contains"
            && call.Children.Count == 2
            && first.Kind == FormulaNodeKind.Text
            && call.Children[1].Kind == FormulaNodeKind.Reference)
        {
            Report(
                check,
                FormulaRule.SwappedContains,
                call,
                "Contains looks for its second argument in its first",
                "Write Contains([Column], \"text\") if the arguments are swapped.",
                function.Name);
        }
    }

    private static bool IsMetric(FormulaCheck check, FormulaNode node)
    {
        var reference = check.ReferenceOf(node);
        return (reference.Steps.Count > 1 && reference.Steps[0] == "Metrics") || check.Context.Describe(reference).IsMetric;
    }

    private static bool IsNumber(FormulaCheck check, FormulaNode node) =>
        node.Kind == FormulaNodeKind.Number
            || (node.Kind == FormulaNodeKind.Unary
                && node.Children[0].Kind == FormulaNodeKind.Number
                && check.Tree.TextOf(node.Token) == "-");

    private static bool IsTrueCall(FormulaCheck check, FormulaNode? node) =>
        node is { Kind: FormulaNodeKind.Call, Children.Count: 0 } && FormulaOperators.IsWord(check.Tree.TextOf(node.Token), "true");

    private static FormulaEdit[] Rename(FormulaCheck check, FormulaNode call, string name) =>
        new[] { new FormulaEdit(check.Tree.Tokens[call.Token].Start, check.Tree.Tokens[call.Token].End, name) };

    private static void Report(FormulaCheck check, FormulaRule rule, FormulaNode call, string problem, string advice, string detail) =>
        check.Report(rule, call.Start, check.Tree.Tokens[call.Token].End, problem, advice, detail);

    private static string Number(int count) => count switch { 0 => "no argument", 1 => "1 argument", _ => $"{count} arguments" };

    private static string Range(FormulaFunction function) =>
        function.MaxArguments is not { } most ? $"at least {function.MinArguments}"
        : most == function.MinArguments ? $"{most}"
        : $"{function.MinArguments} to {most}";
}
