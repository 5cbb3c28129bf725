namespace SigmaPS.Core.Diagnostics;

/// <summary>One replacement in a spec's text that fixes an issue.</summary>
public sealed class TextReplacement
{
    internal TextReplacement(TextPosition start, TextPosition end, string text)
    {
        Start = start;
        End = end;
        Text = text;
    }

    /// <summary>The position of the first character to replace.</summary>
    public TextPosition Start { get; }

    /// <summary>The position after the last character to replace.</summary>
    public TextPosition End { get; }

    /// <summary>The new text, with the file's own escapes.</summary>
    public string Text { get; }
}
