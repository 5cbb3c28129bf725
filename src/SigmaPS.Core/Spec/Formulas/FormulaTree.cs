using System.Collections.Generic;
using System.Text;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>A formula as it was read: its tokens, its tree and its problems. The text between the tokens is kept.</summary>
public sealed class FormulaTree(
    string text,
    IReadOnlyList<FormulaToken> tokens,
    IReadOnlyList<FormulaNode> nodes,
    FormulaNode? root,
    IReadOnlyList<FormulaProblem> problems,
    bool hasComment)
{
    private string?[]? _texts;
    private IReadOnlyList<FormulaReference>? _references;

    /// <summary>The formula as it was given.</summary>
    public string Text { get; } = text;

    /// <summary>The tokens in order; the last one is the end.</summary>
    public IReadOnlyList<FormulaToken> Tokens { get; } = tokens;

    /// <summary>Every node, children before parents. A walk needs no recursion, however deep the formula is.</summary>
    public IReadOnlyList<FormulaNode> Nodes { get; } = nodes;

    /// <summary>The whole expression; null for an empty formula.</summary>
    public FormulaNode? Root { get; } = root;

    /// <summary>The problems in the order of the text; brackets that are not closed come last.</summary>
    public IReadOnlyList<FormulaProblem> Problems { get; } = problems;

    /// <summary>Whether the text holds a comment, which Sigma does not document.</summary>
    public bool HasComment { get; } = hasComment;

    /// <summary>The closed references in the order of the text, read once.</summary>
    public IReadOnlyList<FormulaReference> References => _references ??= ReadReferences();

    /// <summary>The text of a token, cut out once.</summary>
    /// <param name="token">Its index.</param>
    /// <returns>The characters as they are written.</returns>
    public string TextOf(int token) =>
        (_texts ??= new string?[Tokens.Count])[token] ??= Text.Substring(Tokens[token].Start, Tokens[token].Length);

    /// <summary>Whether the formula is one reference and nothing else.</summary>
    internal bool IsReference => Root is { Kind: FormulaNodeKind.Reference } && Tokens.Count == 2 && Tokens[0].IsClosed && !HasComment;

    /// <summary>The tree of a formula that is one reference.</summary>
    internal static FormulaTree OfReference(string text, IReadOnlyList<FormulaToken> tokens)
    {
        var root = new FormulaNode(FormulaNodeKind.Reference, 0, tokens[0].Start, tokens[0].End);
        return new FormulaTree(text, tokens, new[] { root }, root, System.Array.Empty<FormulaProblem>(), hasComment: false);
    }

    /// <summary>The reference that begins at an offset; null where none does.</summary>
    internal FormulaReference? ReferenceAt(int start)
    {
        var (low, high) = (0, References.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = References[middle].Start;
            if (at == start)
            {
                return References[middle];
            }

            (low, high) = at < start ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    /// <summary>The text of a node.</summary>
    /// <param name="node">A node of this tree.</param>
    /// <returns>The characters as they are written.</returns>
    public string TextOf(FormulaNode node) => Text.Substring(node.Start, node.End - node.Start);

    /// <summary>Writes the formula from its tokens, each with the blanks and comments before it.</summary>
    /// <returns>The text that was read, letter by letter.</returns>
    public string Write()
    {
        var text = new StringBuilder(Text.Length);
        var end = 0;
        foreach (var token in Tokens)
        {
            text.Append(Text, end, token.Start - end).Append(Text, token.Start, token.Length);
            end = token.End;
        }

        return text.ToString();
    }

    private IReadOnlyList<FormulaReference> ReadReferences()
    {
        List<FormulaReference>? found = null;
        foreach (var token in Tokens)
        {
            if (token.Kind == FormulaTokenKind.Reference && token.IsClosed)
            {
                (found ??= new List<FormulaReference>()).Add(FormulaReferences.Read(Text, token));
            }
        }

        return found ?? (IReadOnlyList<FormulaReference>)System.Array.Empty<FormulaReference>();
    }
}
