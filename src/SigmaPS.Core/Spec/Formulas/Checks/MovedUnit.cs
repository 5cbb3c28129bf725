using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Puts the arguments of a date function in Sigma's order, where the others' order is certain.</summary>
internal static class MovedUnit
{
    /// <summary>The edits; null where the order of the other arguments is not certain.</summary>
    public static IReadOnlyList<FormulaEdit>? Find(FormulaCheck check, FormulaNode call, int index, FormulaNode unit)
    {
        var others = call.Children.Where(child => child != unit).ToList();
        var order = check.FunctionOf(call)!.Name switch
        {
            "DateTrunc" or "DatePart" or "LastDay" when others.Count == 1 => others,
            "DateDiff" when others.Count == 2 => others,
            "DateAdd" when others.Count == 2 && IsAmount(check, others[0]) != IsAmount(check, others[1]) =>
                others.OrderByDescending(other => IsAmount(check, other)).ToList(),
            _ => null,
        };
        if (order is null || unit.Kind != FormulaNodeKind.Text)
        {
            return null;
        }

        order.Insert(index, unit);
        return order.Select((node, i) => new FormulaEdit(call.Children[i].Start, call.Children[i].End, check.Tree.TextOf(node))).ToList();
    }

    private static bool IsAmount(FormulaCheck check, FormulaNode node) => check.TypeOf(node) == FormulaType.Number;
}
