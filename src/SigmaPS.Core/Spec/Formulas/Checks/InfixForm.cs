using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Turns And(a, b) and Or(a, b) into a and b, which is the only form that Sigma takes.</summary>
internal static class InfixForm
{
    /// <summary>The edits; null for another function, or for one argument.</summary>
    public static IReadOnlyList<FormulaEdit>? Find(FormulaTree tree, FormulaNode call)
    {
        var word = tree.TextOf(call.Token).ToLowerInvariant();
        if (word is not ("and" or "or") || call.Children.Count < 2)
        {
            return null;
        }

        var name = tree.Tokens[call.Token];
        var edits = new List<FormulaEdit> { new(name.Start, name.End, "") };
        for (var i = 0; i < call.Children.Count; i++)
        {
            var child = call.Children[i];
            var needsParentheses = word == "and"
                && child is { Kind: FormulaNodeKind.Binary, Token: >= 0 }
                && FormulaOperators.IsWord(tree.TextOf(child.Token), "or");
            if (needsParentheses)
            {
                edits.Add(new FormulaEdit(child.Start, child.Start, "("));
            }

            if (i + 1 < call.Children.Count)
            {
                edits.Add(new FormulaEdit(child.End, call.Children[i + 1].Start, (needsParentheses ? ")" : "") + " " + word + " "));
            }
            else if (needsParentheses)
            {
                edits.Add(new FormulaEdit(child.End, child.End, ")"));
            }
        }

        return edits;
    }
}
