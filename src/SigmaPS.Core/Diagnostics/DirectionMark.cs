namespace SigmaPS.Core.Diagnostics;

/// <summary>Characters that nobody sees and that change the direction of reading, so that a text looks like another one.</summary>
public static class DirectionMark
{
    /// <summary>Whether a character is one: the marks, the embeddings and overrides, and the isolates of Unicode.</summary>
    /// <param name="c">The character.</param>
    public static bool Is(char c) =>
        c is '\u061c' or '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
