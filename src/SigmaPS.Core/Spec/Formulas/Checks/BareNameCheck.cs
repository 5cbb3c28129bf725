using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds words without brackets. A word that is a unit's argument belongs to <see cref="UnitCheck"/>.</summary>
internal static class BareNameCheck
{
    private const int MostNames = 10;

    public static void Run(FormulaCheck check)
    {
        if (!HasName(check.Tree))
        {
            return;
        }

        var calls = check.Tree.Nodes.Where(node => node.Kind == FormulaNodeKind.Call);
        var units = new HashSet<FormulaNode>(calls.SelectMany(call => UnitCheck.UnitsOf(check, call)));
        foreach (var node in check.Tree.Nodes.Where(node => node.Kind == FormulaNodeKind.Name && !units.Contains(node)).Take(MostNames))
        {
            var name = check.Tree.TextOf(node.Token);
            if (check.Table.FindForeign(name) is { } foreign)
            {
                FunctionCheck.ReportForeign(check, node.Start, node.End, name, foreign, null);
            }
            else if (!check.IsBroken)
            {
                ReportBare(check, node, name);
            }
        }
    }

    private static bool HasName(FormulaTree tree)
    {
        foreach (var node in tree.Nodes)
        {
            if (node.Kind == FormulaNodeKind.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static void ReportBare(FormulaCheck check, FormulaNode node, string name)
    {
        if (check.Table.FindSpelling(name) is { } function)
        {
            var fix = check.Table.Find(function)!.MaxArguments == 0
                ? new[] { new FormulaEdit(node.Start, node.End, function + "()") }
                : null;
            check.Report(
                FormulaRule.BareName,
                node.Start,
                node.End,
                $"{name} is a function without parentheses",
                $"Write {function}(…).",
                name,
                fix);
            return;
        }

        var path = check.Tree.Nodes.FirstOrDefault(parent => parent.Kind == FormulaNodeKind.Path && parent.Children[0] == node);
        var form = path is null ? $"[{name}]" : $"[{name}/{check.Tree.TextOf(path.Token)}]";
        check.Report(
            FormulaRule.BareName,
            node.Start,
            node.End,
            $"{name} is not in brackets or quotes",
            $"Write {form} for a column, \"{name}\" for a text.",
            name);
    }
}
