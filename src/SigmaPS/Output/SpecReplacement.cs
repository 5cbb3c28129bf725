using System.Globalization;

namespace SigmaPS;

/// <summary>One replacement in a spec's text that fixes an issue.</summary>
public sealed class SpecReplacement
{
    internal SpecReplacement(int startLine, int startColumn, int endLine, int endColumn, string text)
    {
        StartLine = startLine;
        StartColumn = startColumn;
        EndLine = endLine;
        EndColumn = endColumn;
        Text = text;
    }

    /// <summary>The line of the first character to replace, from 1.</summary>
    public int StartLine { get; }

    /// <summary>The column of the first character to replace, from 1.</summary>
    public int StartColumn { get; }

    /// <summary>The line after the last character to replace, from 1.</summary>
    public int EndLine { get; }

    /// <summary>The column after the last character to replace, from 1.</summary>
    public int EndColumn { get; }

    /// <summary>The new text, with the file's own escapes.</summary>
    public string Text { get; }

    /// <summary>Shows the range and the new text. A job returns a replacement in this form.</summary>
    /// <returns>For example 12:5-12:9 [Order Id].</returns>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0}:{1}-{2}:{3} {4}", StartLine, StartColumn, EndLine, EndColumn, Text);
}
