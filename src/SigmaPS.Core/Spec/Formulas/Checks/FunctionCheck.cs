using System;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Compares the functions' names with the table.</summary>
internal static class FunctionCheck
{
    private const int ShortestSlip = 4;
    private const int LongestName = 128;

    public static void Run(FormulaCheck check)
    {
        foreach (var call in check.Calls)
        {
            CheckName(check, call);
        }
    }

    /// <summary>Reports a function of another tool with its right form.</summary>
    public static void ReportForeign(FormulaCheck check, int start, int end, string name, ForeignFunction foreign, FormulaNode? call)
    {
        var fix = foreign.HasSameArguments && Accepts(check, foreign.Form, call?.Children.Count ?? 0)
            ? new[] { new FormulaEdit(start, end, call is null ? foreign.Form + "()" : foreign.Form) }
            : check.IsBroken || call is null ? null : InfixForm.Find(check.Tree, call);
        var isFunction = check.Table.Find(foreign.Form) is not null;
        var form = isFunction && call is null ? foreign.Form + "()" : foreign.Form;
        if (foreign.IsDoubtful)
        {
            check.Report(
                FormulaRule.UnknownFunction,
                start,
                end,
                $"{name} is not in Sigma's list of {check.Table.ListDate}; the list has {form}",
                detail: name,
                fix: fix);
            return;
        }

        var rule = name.EndsWith("Over", StringComparison.OrdinalIgnoreCase) ? FormulaRule.OverFunction : FormulaRule.ForeignFunction;
        var advice = rule == FormulaRule.OverFunction ? "Sigma refuses the *Over functions in a data model." : "";
        var origin = foreign.Tool is null ? "is not a Sigma function" : $"is {foreign.Tool}";
        check.Report(rule, start, end, $"{name} {origin}; in Sigma it is {form}", advice, name, fix);
    }

    private static void CheckName(FormulaCheck check, FormulaNode call)
    {
        var token = check.Tree.Tokens[call.Token];
        var dotted = call.Start < token.Start || NextIsDot(check, call);
        var name = dotted ? NameOf(check, call) : check.Tree.TextOf(call.Token);
        var end = dotted ? call.Start + name.Length : token.End;
        if (check.Table.Find(name) is not null || check.Context.CustomFunctions.Contains(name))
        {
            return;
        }

        if (IsLiteral(name))
        {
            ReportLiteral(check, call, name);
        }
        else if (FormulaOperators.IsWord(name, "not"))
        {
            ReportNot(check, call, token);
        }
        else if (check.Table.FindSpelling(name) is { } spelling)
        {
            check.Report(
                FormulaRule.WrongCase,
                token.Start,
                token.End,
                $"{name} is written {spelling} in Sigma",
                $"Write {spelling}.",
                name,
                new[] { new FormulaEdit(token.Start, token.End, spelling) });
        }
        else if (FindForeign(check, name) is { } foreign)
        {
            if (!(check.IsBroken && FormulaOperators.IsWord(name, "in")))
            {
                ReportForeign(check, call.Start, end, name, foreign, call);
            }
        }
        else
        {
            ReportUnknown(check, call.Start, end, name);
        }
    }

    // COUNT_DISTINCT is in no list, but without its underscore it is Sigma's name.
    private static ForeignFunction? FindForeign(FormulaCheck check, string name)
    {
        if (check.Table.FindForeign(name) is { } listed)
        {
            return listed;
        }

        var plain = name.Replace("_", "").Replace(".", "");
        return plain.Length == name.Length ? null
            : check.Table.FindSpelling(plain) is { } spelling ? new ForeignFunction(name, spelling, "SQL", true, false)
            : check.Table.FindForeign(plain) is { } other
                ? new ForeignFunction(name, other.Form, other.Tool ?? "SQL", other.HasSameArguments, false)
            : null;
    }

    private static void ReportUnknown(FormulaCheck check, int start, int end, string name)
    {
        var neighbors = name.Length <= LongestName ? check.NeighborsOf(name) : Array.Empty<string>();
        if (neighbors.Count == 1 || (neighbors.Count > 0 && name.Length >= ShortestSlip))
        {
            var fix = neighbors.Count == 1 ? new[] { new FormulaEdit(start, end, neighbors[0]) } : null;
            check.Report(
                FormulaRule.MisspelledFunction,
                start,
                end,
                $"{check.Quote(start, end)} is not a function; one letter separates it from {string.Join(", ", neighbors)}",
                $"Did you mean {string.Join(" or ", neighbors)}?",
                name,
                fix);
        }
        else if (IsOver(check, name))
        {
            check.Report(
                FormulaRule.OverFunction,
                start,
                end,
                $"{name} is not a Sigma function",
                "Use a grouped element; Sigma refuses the *Over functions in a data model.",
                name);
        }
        else if (name.Length > LongestName || !char.IsUpper(name[0]) || !name.All(char.IsLetterOrDigit))
        {
            check.Report(
                FormulaRule.InvalidFunctionName,
                start,
                end,
                $"{check.Quote(start, end)} is not a function: names have letters and digits only and begin with a capital",
                "Use a function from Sigma's list.",
                name);
        }
        else
        {
            check.Report(
                FormulaRule.UnknownFunction,
                start,
                end,
                $"{name} is not in Sigma's function list of {check.Table.ListDate}",
                "If your organization defined it, name it in customFunctions of sigmaps.rules.json.",
                name);
        }
    }

    private static bool IsOver(FormulaCheck check, string name) =>
        name.Length > 4
            && name.EndsWith("Over", StringComparison.Ordinal)
            && check.Table.Find(name.Substring(0, name.Length - 4)) is not null;

    private static void ReportLiteral(FormulaCheck check, FormulaNode call, string name)
    {
        var literal = char.ToUpperInvariant(name[0]) + name.Substring(1).ToLowerInvariant();
        check.Report(
            FormulaRule.LiteralCall,
            call.Start,
            call.End,
            $"{name}() is written like a function; in Sigma it is {literal}",
            fix: call.Children.Count == 0 ? new[] { new FormulaEdit(call.Start, call.End, literal) } : null);
    }

    private static void ReportNot(FormulaCheck check, FormulaNode call, FormulaToken token)
    {
        if (!check.IsBroken)
        {
            check.Report(
                FormulaRule.NotCall,
                token.Start,
                token.End,
                "Not( without a blank may give Null in every row; the notes on it disagree",
                "Write Not (…) with a blank.",
                fix: call.Children.Count == 1 ? new[] { new FormulaEdit(token.End, token.End, " ") } : null);
        }
    }

    private static bool IsLiteral(string name) =>
        FormulaOperators.IsWord(name, "true") || FormulaOperators.IsWord(name, "false") || FormulaOperators.IsWord(name, "null");

    // STDEV.P(x): the name reaches from the first word to the parenthesis.
    private static bool NextIsDot(FormulaCheck check, FormulaNode call) => check.Tree.Tokens[call.Token + 1].Kind == FormulaTokenKind.Dot;

    private static string NameOf(FormulaCheck check, FormulaNode call)
    {
        var end = call.Token;
        while (check.Tree.Tokens[end].Kind != FormulaTokenKind.OpenParenthesis)
        {
            end++;
        }

        return check.Tree.Text.Substring(call.Start, check.Tree.Tokens[end].Start - call.Start).Trim();
    }

    private static bool Accepts(FormulaCheck check, string function, int count) =>
        check.Table.Find(function) is { AreArgumentsSure: true } found && count >= found.MinArguments && !(count > found.MaxArguments);
}
