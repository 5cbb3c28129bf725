using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>Escapes text for Markdown, so that it is never markup, a mention or a build agent's command.</summary>
public static class MarkdownEscaper
{
    private const int Longest = 2000;
    private const string Special = "\\`*_{}[]()<>#+-.!|~$&\"'@:/=^";

    /// <summary>Formats a text as code, for a line of its own or a cell of a table.</summary>
    /// <param name="text">A name, a formula, a value.</param>
    /// <returns>A code span if it shows the text exactly; else an HTML element with each special character as a reference.</returns>
    public static string Code(string text)
    {
        var shown = text.Length <= Longest ? text : text.Substring(0, Cut(text));
        var rest = text.Length - shown.Length;
        var more = rest == 0 ? "" : $" … and {rest} more characters";
        return shown.Length == 0 ? "(empty)" : IsPlain(shown) ? $"`{shown}`{more}" : $"<code>{References(shown)}</code>{more}";
    }

    /// <summary>Formats a text as plain text.</summary>
    /// <param name="text">A title or a sentence.</param>
    /// <returns>One line.</returns>
    public static string Plain(string text) => References(text);

    // A pipe ends a cell, a backtick ends the span, and Markdown drops a blank at an end. A build agent's command may begin with ##.
    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is '`' or '|' or '\\' || IsControl(c))
            {
                return false;
            }
        }

        return text[0] != ' ' && text[text.Length - 1] != ' ' && text.IndexOf("##", System.StringComparison.Ordinal) < 0;
    }

    private static string References(string text)
    {
        var shown = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is '\n' or '\r')
            {
                // CR LF is one line break.
                i += c == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                shown.Append("<br>");
            }
            else if (IsControl(c))
            {
                shown.Append(c < ' ' ? (char)(0x2400 + c) : '\ufffd');
            }
            else if (Special.IndexOf(c) >= 0 || (c == ' ' && (i == 0 || i == text.Length - 1)))
            {
                shown.Append("&#").Append((int)c).Append(';');
            }
            else
            {
                shown.Append(c);
            }
        }

        return shown.ToString();
    }

    // Control characters, and characters that change the reading direction.
    private static bool IsControl(char c) =>
        char.IsControl(c) || c is '\u2028' or '\u2029' || DirectionMark.Is(c);

    // Do not cut between the two halves of a surrogate pair.
    private static int Cut(string text) => char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
}
