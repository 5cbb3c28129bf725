using System;

namespace SigmaPS.Core.Spec;

/// <summary>Parses a formula that is one call of Lookup whose first argument is a reference.</summary>
internal static class LookupCall
{
    private const string Name = "Lookup";

    /// <summary>The looked-up reference; null for any other formula.</summary>
    public static FormulaReference? Target(string formula)
    {
        var text = formula.Trim();
        if (!text.StartsWith(Name, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(")", StringComparison.Ordinal))
        {
            return null;
        }

        var open = Skip(text, Name.Length);
        if (open >= text.Length || text[open] != '(')
        {
            return null;
        }

        var references = FormulaReferences.Parse(text);
        if (references.Count == 0 || references[0].Start != Skip(text, open + 1))
        {
            return null;
        }

        var after = Skip(text, references[0].End);
        return text[after] is ',' or ')' && ClosesAtEnd(text, open) ? references[0] : null;
    }

    private static int Skip(string text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from]))
        {
            from++;
        }

        return from;
    }

    // "Lookup(…) + Lookup(…)" also begins and ends like a call.
    private static bool ClosesAtEnd(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '"':
                    i = Close(text, i, '"');
                    break;
                case '[':
                    i = Close(text, i, ']');
                    break;
                case '(':
                    depth++;
                    break;
                case ')' when --depth == 0:
                    return i == text.Length - 1;
            }
        }

        return false;
    }

    private static int Close(string text, int open, char end)
    {
        var i = open + 1;
        while (i < text.Length && text[i] != end)
        {
            i += text[i] == '\\' ? 2 : 1;
        }

        return i;
    }
}
