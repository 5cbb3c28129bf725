using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Looks into texts that are patterns: date formats, regular expressions, and a name in the wrong quotes.</summary>
internal static class PatternCheck
{
    private const string ClassLetters = "dDwWsSbBAZ.*+?()[]{}^$|/-";

    private static readonly Dictionary<string, string> Specifiers = new()
    {
        ["YYYY"] = "%Y",
        ["yyyy"] = "%Y",
        ["YY"] = "%y",
        ["yy"] = "%y",
        ["MMMM"] = "%B",
        ["MMM"] = "%b",
        ["MM"] = "%m",
        ["DD"] = "%d",
        ["dd"] = "%d",
        ["HH"] = "%H",
        ["HH24"] = "%H",
        ["hh"] = "%I",
        ["MI"] = "%M",
        ["mm"] = "%M",
        ["SS"] = "%S",
        ["ss"] = "%S",
    };

    public static void Run(FormulaCheck check)
    {
        if (check.Tree.Root is { Kind: FormulaNodeKind.Text } root
            && check.Tree.Text[root.Start] == '"'
            && check.Context.IsColumn(check.Unquoted(root)))
        {
            check.Report(
                FormulaRule.QuotedColumn,
                root.Start,
                root.End,
                $"{check.Quote(root)} is a text, the same in every row, and also the name of a column",
                "Write the column in brackets.");
        }

        foreach (var call in check.Calls)
        {
            if (check.FunctionOf(call) is not { } function || call.Children.Count < 2 || call.Children[1].Kind != FormulaNodeKind.Text)
            {
                continue;
            }

            if (function.Name is "DateFormat" or "DateParse")
            {
                CheckDate(check, function, call.Children[1]);
            }
            else if (function.Name.StartsWith("Regexp", System.StringComparison.Ordinal))
            {
                CheckRegex(check, function, call.Children[1]);
            }
        }
    }

    private static void CheckDate(FormulaCheck check, FormulaFunction function, FormulaNode node)
    {
        var pattern = check.Unquoted(node);
        if (pattern.IndexOf('%') < 0 && pattern.Any(char.IsLetter) && Translate(pattern, out var form))
        {
            var fix = form.Length == 0 ? null : new[] { new FormulaEdit(node.Start, node.End, $"\"{form}\"") };
            check.Report(
                FormulaRule.DatePattern,
                node.Start,
                node.End,
                $"{function.Name} takes formats such as %Y-%m-%d, and {check.Quote(node)} has no %",
                form.Length == 0 ? "Write the format with %Y, %m, %d." : $"Write \"{form}\".",
                function.Name,
                fix);
        }
    }

    // The same letters may be months or minutes: mm is certain only after an hour.
    private static bool Translate(string pattern, out string form)
    {
        var text = new StringBuilder();
        var isPattern = false;
        var isCertain = true;
        for (var i = 0; i < pattern.Length;)
        {
            var end = i + 1;
            while (end < pattern.Length
                && char.IsLetterOrDigit(pattern[i])
                && char.IsLetterOrDigit(pattern[end])
                && (pattern[end] == pattern[i] || char.IsDigit(pattern[end])))
            {
                end++;
            }

            var run = pattern.Substring(i, end - i);
            if (Specifiers.TryGetValue(run, out var specifier))
            {
                isPattern = true;
                isCertain &= run != "mm" || text.ToString().Contains("%H") || text.ToString().Contains("%I");
                text.Append(specifier);
            }
            else
            {
                isCertain &= !run.Any(char.IsLetter);
                text.Append(run);
            }

            i = end;
        }

        form = isCertain ? text.ToString() : "";
        return isPattern;
    }

    private static void CheckRegex(FormulaCheck check, FormulaFunction function, FormulaNode node)
    {
        var edits = new List<FormulaEdit>();
        for (var i = node.Start + 1; i < node.End - 2; i++)
        {
            if (check.Tree.Text[i] == '\\')
            {
                if (ClassLetters.IndexOf(check.Tree.Text[i + 1]) >= 0)
                {
                    edits.Add(new FormulaEdit(i, i, "\\"));
                }

                i++;
            }
        }

        if (edits.Count > 0)
        {
            check.Report(
                FormulaRule.SingleBackslash,
                node.Start,
                node.End,
                $"{function.Name} has a single backslash in its pattern; a text needs two for one",
                "Double the backslashes, as in \"\\\\d+\".",
                function.Name,
                edits);
        }
    }
}
