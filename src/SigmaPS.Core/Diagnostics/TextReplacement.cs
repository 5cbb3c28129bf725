namespace SigmaPS.Core.Diagnostics;

/// <summary>One change of a spec's text that mends an issue.</summary>
public sealed class TextReplacement
{
    internal TextReplacement(TextPosition start, TextPosition end, string text)
    {
        Start = start;
        End = end;
        Text = text;
    }

    /// <summary>The place of the first character to replace.</summary>
    public TextPosition Start { get; }

    /// <summary>The place behind the last character to replace.</summary>
    public TextPosition End { get; }

    /// <summary>The new text, as it is written in the file.</summary>
    public string Text { get; }
}
