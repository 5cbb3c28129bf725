using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Reads formulas. It accepts every text, in linear time, and reports invalid parts as problems of the tree.</summary>
public static class FormulaParser
{
    /// <summary>Reads one formula.</summary>
    /// <param name="text">For example Sum([Orders/Net Revenue]).</param>
    /// <returns>The tree.</returns>
    public static FormulaTree Parse(string text)
    {
        var lexer = new FormulaLexer(text);
        var tokens = new List<FormulaToken>((text.Length / 4) + 2);
        do
        {
            tokens.Add(lexer.Read());
        }
        while (tokens[tokens.Count - 1].Kind != FormulaTokenKind.End);

        // Nearly every formula of a real spec is one reference, which needs no stacks.
        return tokens.Count == 2 && tokens[0] is { Kind: FormulaTokenKind.Reference, IsClosed: true } && !lexer.HasComment
            ? FormulaTree.OfReference(text, tokens)
            : new FormulaReading(text, tokens, lexer.HasComment).Run();
    }
}
