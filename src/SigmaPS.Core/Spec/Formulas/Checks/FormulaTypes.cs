namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Finds the types of values where they are certain: literals, operators, results of listed functions, known columns.</summary>
internal static class FormulaTypes
{
    /// <summary>The certain type of a node. It depends on no other node, except inside parentheses.</summary>
    public static FormulaType Of(FormulaCheck check, FormulaNode node)
    {
        while (node is { Kind: FormulaNodeKind.Group, Children.Count: 1 })
        {
            node = node.Children[0];
        }

        return node.Kind switch
        {
            FormulaNodeKind.Number => FormulaType.Number,
            FormulaNodeKind.Text => FormulaType.Text,
            FormulaNodeKind.Logical => FormulaType.Logical,
            FormulaNodeKind.Reference => check.Context.Describe(check.ReferenceOf(node)).Type,
            FormulaNodeKind.Call => check.Table.Find(check.Tree.TextOf(node.Token))?.Result ?? FormulaType.Unknown,
            FormulaNodeKind.Unary => check.Tree.TextOf(node.Token) is "-" or "+" ? FormulaType.Number : FormulaType.Logical,
            FormulaNodeKind.Binary when node.Token >= 0 => OfOperator(check.Tree.TextOf(node.Token)),
            _ => FormulaType.Unknown,
        };
    }

    private static FormulaType OfOperator(string text) => text switch
    {
        "*" or "/" or "%" or "^" => FormulaType.Number,
        "&" => FormulaType.Text,
        "+" or "-" => FormulaType.Unknown,
        _ => FormulaType.Logical,
    };
}
