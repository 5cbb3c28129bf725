using System.ComponentModel;
using System.Text;
using System.Text.RegularExpressions;

namespace SigmaPS;

/// <summary>Text of the service on its way to a screen or a log: data, never a command to a terminal or a build agent.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SafeText
{
    // Azure DevOps reads ##vso[ and ##[ anywhere in a line, GitHub reads :: at its start.
    private static readonly Regex AgentCommand = new(@"##(?=vso\[|\[)|(?<=^\s*)::", RegexOptions.Compiled | RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.CultureInvariant);

    /// <summary>Makes control characters visible and breaks what a build agent would take for a command.</summary>
    /// <param name="text">A name or message.</param>
    /// <returns>The text in one harmless line.</returns>
    public static string Line(string? text) => Harmless(text ?? "", keepLineBreaks: false);

    /// <summary>The same for text of our own that has several lines.</summary>
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
            shown.Append(c switch
            {
                '\n' when keepLineBreaks => "\n",
                < ' ' => ((char)(0x2400 + c)).ToString(),
                '\u007f' => "\u2421",
                >= '\u0080' and <= '\u009f' or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => "\ufffd",
                _ => c.ToString(),
            });
        }

        return AgentCommand.Replace(shown.ToString(), match => match.Value[0] == '#' ? "# #" : ": :");
    }

    // Nearly every line is: letters of ASCII and nothing that an agent could read.
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
