using System.ComponentModel;
using System.Text;
using System.Text.RegularExpressions;

namespace SigmaPS;

/// <summary>Escapes text of the service for a console or log, so that it is never a command to a terminal or a build agent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SafeText
{
    // Azure DevOps parses ##vso[ and ##[ anywhere in a line; GitHub parses :: at its start.
    private static readonly Regex AgentCommand = new(
        @"##(?=vso\[|\[)|(?<=^\s*)::",
        RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>Makes control characters visible and breaks the commands of build agents.</summary>
    /// <param name="text">A name or message.</param>
    /// <returns>The safe text in one line.</returns>
    public static string Line(string? text) => Harmless(text ?? "", keepLineBreaks: false);

    /// <summary>Escapes the module's own text of several lines.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with its line breaks.</returns>
    public static string Lines(string? text) => Harmless(text ?? "", keepLineBreaks: true);

    private static string Harmless(string text, bool keepLineBreaks)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var shown = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            shown.Append(
                c switch
                {
                    '\n' when keepLineBreaks => "\n",
                    < ' ' => ((char)(0x2400 + c)).ToString(),
                    '\u007f' => "\u2421",
                    >= '\u0080' and <= '\u009f' or '\u2028' or '\u2029' => "\ufffd",
                    _ => Core.Diagnostics.DirectionMark.Is(c) ? "\ufffd" : c.ToString(),
                });
        }

        return AgentCommand.Replace(shown.ToString(), match => match.Value[0] == '#' ? "# #" : ": :");
    }

    // Fast path: nearly every line is ASCII without special characters.
    private static bool IsPlain(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is < ' ' or > '~' || (text[i] is '#' or ':' && i > 0 && text[i - 1] == text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
