using System.Globalization;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Text in a command that a person copies out of a message.</summary>
public static class CommandText
{
    // PowerShell ends a text in single or double quotes at each of these.
    private const string SingleQuotes = "'\u2018\u2019\u201a\u201b";
    private const string DoubleQuotes = "\"\u201c\u201d\u201e";

    /// <summary>A text in quotes, on one line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text in single quotes, or in double quotes with escapes where it has line breaks or other control characters.</returns>
    public static string Quote(string text)
    {
        if (text.Any(char.IsControl))
        {
            return "\"" + string.Concat(text.Select(Escape)) + "\"";
        }

        var quoted = new StringBuilder("'");
        foreach (var character in text)
        {
            quoted.Append(character, SingleQuotes.IndexOf(character) >= 0 ? 2 : 1);
        }

        return quoted.Append('\'').ToString();
    }

    private static string Escape(char character) => character switch
    {
        '\n' => "`n",
        '\r' => "`r",
        '\t' => "`t",
        '`' or '$' => "`" + character,
        _ when DoubleQuotes.IndexOf(character) >= 0 => "`" + character,
        _ when char.IsControl(character) => $"$([char]{((int)character).ToString(CultureInfo.InvariantCulture)})",
        _ => character.ToString(),
    };
}
