using System.Text;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Text in a command that a person copies out of a message.</summary>
public static class CommandText
{
    // PowerShell ends a quoted text at each of these.
    private const string Quotes = "'\u2018\u2019\u201a\u201b";

    /// <summary>A text in single quotes.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text, with each quote in it doubled.</returns>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character, Quotes.IndexOf(character) >= 0 ? 2 : 1);
        }

        return quoted.Append('\'').ToString();
    }
}
