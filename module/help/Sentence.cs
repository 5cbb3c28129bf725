using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>A sentence of a paragraph, a list item, a heading or a cell of a table.</summary>
internal sealed class Sentence
{
    public Sentence(int line, string text)
    {
        Line = line;
        Text = Regex.Replace(text, @"\s+", " ").Trim();
        var plain = Regex.Replace(Regex.Replace(Text, @"`[^`]*`", "`code`"), @"\]\([^)]*\)", "]");
        Words = plain.Split(' ').Count(word => word.Any(char.IsLetterOrDigit));

        // Code, addresses and quoted text (messages of the module, words of Sigma) are not the document's own words.
        Prose = Regex.Replace(Regex.Replace(plain, @"`code`|https?://\S+", "`"), @"""[^""]*""", "\"");
    }

    public int Line { get; }

    public string Text { get; }

    /// <summary>The document's own words.</summary>
    public string Prose { get; }

    public int Words { get; }
}
