namespace SigmaPS.Core.Diagnostics;

/// <summary>One replacement in a spec's text that fixes an issue.</summary>
/// <param name="start">The position of the first character to replace.</param>
/// <param name="end">The position after the last character to replace.</param>
/// <param name="text">The new text, with the file's own escapes.</param>
public sealed class TextReplacement(TextPosition start, TextPosition end, string text)
{
    /// <summary>The position of the first character to replace.</summary>
    public TextPosition Start { get; } = start;

    /// <summary>The position after the last character to replace.</summary>
    public TextPosition End { get; } = end;

    /// <summary>The new text, with the file's own escapes.</summary>
    public string Text { get; } = text;
}
