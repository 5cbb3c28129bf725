using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Compares units and modes, such as "month" and "desc", with the table.</summary>
/// <remarks>Only literals are checked, because a control may give the unit.</remarks>
internal static class UnitCheck
{
    private static readonly Dictionary<string, string> Foreign = new(StringComparer.OrdinalIgnoreCase)
    {
        ["dayofweek"] = "weekday",
        ["dow"] = "weekday",
        ["dw"] = "weekday",
        ["dayofyear"] = "day_of_year",
        ["doy"] = "day_of_year",
        ["yyyy"] = "year",
        ["yy"] = "year",
        ["y"] = "year",
        ["q"] = "quarter",
        ["qq"] = "quarter",
        ["m"] = "month",
        ["mon"] = "month",
        ["ww"] = "week",
        ["wk"] = "week",
        ["w"] = "week",
        ["isoweek"] = "week",
        ["dd"] = "day",
        ["d"] = "day",
        ["hh"] = "hour",
        ["h"] = "hour",
        ["mi"] = "minute",
        ["n"] = "minute",
        ["ss"] = "second",
        ["s"] = "second",
        ["ms"] = "millisecond",
        ["mm"] = "month",
    };

    public static void Run(FormulaCheck check)
    {
        foreach (var call in check.Calls)
        {
            if (check.FunctionOf(call) is { Values.Count: > 0 } function)
            {
                foreach (var entry in function.Values.Where(entry => entry.Key < call.Children.Count))
                {
                    CheckUnit(check, call, function, entry.Key, entry.Value);
                }
            }
        }
    }

    /// <summary>The words without quotes that a call has for its unit.</summary>
    public static IEnumerable<FormulaNode> UnitsOf(FormulaCheck check, FormulaNode call) =>
        check.FunctionOf(call) is { Values.Count: > 0 } function
        ? call.Children.Where((child, i) => child.Kind == FormulaNodeKind.Name
            && (function.Values.ContainsKey(i)
                || function.Values.Values.Any(values => values.Contains(Word(check, child).ToLowerInvariant()))))
        : Enumerable.Empty<FormulaNode>();

    private static void CheckUnit(FormulaCheck check, FormulaNode call, FormulaFunction function, int index, IReadOnlyList<string> values)
    {
        var unit = call.Children[index];
        var isLiteral = unit.Kind is FormulaNodeKind.Text or FormulaNodeKind.Name;
        if (isLiteral && values.Contains(Word(check, unit)) && unit.Kind == FormulaNodeKind.Text)
        {
            return;
        }

        var other = call.Children.Where((child, i) => i != index && !function.Values.ContainsKey(i))
            .FirstOrDefault(child => child.Kind is FormulaNodeKind.Text or FormulaNodeKind.Name
                && values.Contains(Word(check, child).ToLowerInvariant()));
        if (other is not null && !(isLiteral && values.Contains(Word(check, unit).ToLowerInvariant())))
        {
            var fix = MovedUnit.Find(check, call, index, other);
            check.Report(
                FormulaRule.MisplacedUnit,
                other.Start,
                other.End,
                $"{function.Name} takes {check.Quote(other)} as argument {index + 1}",
                "Write " + Form(function) + ".",
                function.Name,
                fix);
        }
        else if (isLiteral)
        {
            ReportLiteral(check, function, unit, values);
        }
    }

    private static void ReportLiteral(FormulaCheck check, FormulaFunction function, FormulaNode unit, IReadOnlyList<string> values)
    {
        var word = Word(check, unit);
        var lower = word.ToLowerInvariant();
        var known = values.Contains(lower) ? lower
            : values.Contains(lower.Replace('-', '_')) ? lower.Replace('-', '_')
            : Foreign.TryGetValue(word, out var listed) && values.Contains(listed) ? listed
            : values.FirstOrDefault(value => value + "s" == lower);
        var fix = known is null ? null : new[] { new FormulaEdit(unit.Start, unit.End, $"\"{known}\"") };
        var advice = known is null ? $"Use one of: {string.Join(", ", values)}." : $"Write \"{known}\".";
        if (unit.Kind == FormulaNodeKind.Name && known == lower)
        {
            check.Report(
                FormulaRule.UnquotedUnit,
                unit.Start,
                unit.End,
                $"{function.Name} takes its unit in quotes, and {word} has none",
                advice,
                function.Name,
                fix);
        }
        else if (known is not null && known != lower && known + "s" != lower && unit.Kind == FormulaNodeKind.Text)
        {
            // MM may be minutes or months, so it has no certain form.
            check.Report(
                FormulaRule.ForeignUnit,
                unit.Start,
                unit.End,
                $"{check.Quote(unit)} is another tool's unit for {function.Name}",
                advice,
                function.Name,
                lower == "mm" ? null : fix);
        }
        else
        {
            check.Report(
                FormulaRule.UnknownUnit,
                unit.Start,
                unit.End,
                $"{function.Name} does not list {check.Quote(unit)} among its units",
                advice,
                function.Name,
                unit.Kind == FormulaNodeKind.Text ? fix : null);
        }
    }

    private static string Word(FormulaCheck check, FormulaNode node) =>
        node.Kind == FormulaNodeKind.Text ? check.Unquoted(node) : check.Tree.TextOf(node.Token);

    private static string Form(FormulaFunction function) => function.Name switch
    {
        "DateAdd" => "DateAdd(\"day\", amount, date)",
        "DateDiff" => "DateDiff(\"day\", start, end)",
        "LastDay" => "LastDay(date, \"month\")",
        "DateTrunc" or "DatePart" => $"{function.Name}(\"month\", date)",
        _ => $"{function.Name} with its arguments in order",
    };
}
