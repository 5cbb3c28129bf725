using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds the types of values where they are certain: literals, operators, results of listed functions, known columns.</summary>
internal static class FormulaTypes
{
    public static Dictionary<FormulaNode, FormulaType> Find(FormulaCheck check)
    {
        var types = new Dictionary<FormulaNode, FormulaType>(check.Tree.Nodes.Count);
        foreach (var node in check.Tree.Nodes)
        {
            types[node] = Of(check, node, types);
        }

        return types;
    }

    private static FormulaType Of(FormulaCheck check, FormulaNode node, Dictionary<FormulaNode, FormulaType> types) => node.Kind switch
    {
        FormulaNodeKind.Number => FormulaType.Number,
        FormulaNodeKind.Text => FormulaType.Text,
        FormulaNodeKind.Logical => FormulaType.Logical,
        FormulaNodeKind.Reference => check.Context.Describe(check.ReferenceOf(node)).Type,
        FormulaNodeKind.Call => check.Table.Find(check.Tree.TextOf(node.Token))?.Result ?? FormulaType.Unknown,
        FormulaNodeKind.Group when node.Children.Count == 1 => types[node.Children[0]],
        FormulaNodeKind.Unary => check.Tree.TextOf(node.Token) is "-" or "+" ? FormulaType.Number : FormulaType.Logical,
        FormulaNodeKind.Binary when node.Token >= 0 => OfOperator(check.Tree.TextOf(node.Token)),
        _ => FormulaType.Unknown,
    };

    private static FormulaType OfOperator(string text) => text switch
    {
        "*" or "/" or "%" or "^" => FormulaType.Number,
        "&" => FormulaType.Text,
        "+" or "-" => FormulaType.Unknown,
        _ => FormulaType.Logical,
    };
}
