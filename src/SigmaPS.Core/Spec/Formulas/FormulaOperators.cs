using System;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>The operators: how strongly they bind, and which belong to other languages (function sheet, section 2).</summary>
internal static class FormulaOperators
{
    /// <summary>The strength of a place without an operator: below everything, so that both sides are read whole.</summary>
    public const int None = 0;

    /// <summary>The strength of a minus before its operand.</summary>
    public const int Sign = 9;

    /// <summary>The strength of not.</summary>
    public const int Not = 3;

    /// <summary>The strength of an operator between two operands; -1 for another text.</summary>
    public static int Strength(string text) => text switch
    {
        "^" => 8,
        "*" or "/" or "%" => 7,
        "+" or "-" => 6,
        "&" or "||" => 5,
        "=" or "!=" or "<" or "<=" or ">" or ">=" or "<>" or "==" => 4,
        "&&" => 2,
        "|" => 1,
        "::" or ":=" or "!" => 0,
        _ when IsWord(text, "and") => 2,
        _ when IsWord(text, "or") => 1,
        _ => -1,
    };

    /// <summary>Whether an operator is not one of Sigma's. The form &lt;&gt; is unlisted, and a rule of its own warns of it.</summary>
    public static bool IsForeign(string text) => text is "==" or "&&" or "||" or "::" or ":=" or "|" or "!";

    /// <summary>Whether a word is a keyword; case does not matter.</summary>
    public static bool IsWord(string text, string keyword) => string.Equals(text, keyword, StringComparison.OrdinalIgnoreCase);
}
