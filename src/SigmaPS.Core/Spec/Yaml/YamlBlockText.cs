using System.Text;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Writes text of several lines as a literal block (https://yaml.org/spec/1.2.2/#812-literal-style), so that SQL and formulas
/// compare line by line.</summary>
internal static class YamlBlockText
{
    /// <summary>Whether every reader restores the same text from a block.</summary>
    public static bool CanHold(string text)
    {
        if (text.IndexOf('\n') < 0 || IsBlankLine(text, FirstLine(text)) || IsBlankLine(text, LastLine(text)))
        {
            // A first or last line of spaces is read as indentation or trimmed; in between, such lines are safe.
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (YamlCharacters.NeedsEscape(text, i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the block with its final newline.</summary>
    public static void Write(StringBuilder to, string text, int indent)
    {
        to.Append('|');
        if (text[0] is ' ' or '\t' or '\n')
        {
            // Without the indicator, a reader would read the text's own spaces as indentation.
            to.Append('2');
        }

        var ends = text[text.Length - 1] == '\n';
        to.Append(!ends ? "-" : text[text.Length - 2] == '\n' ? "+" : "").Append('\n');
        var from = 0;
        while (from < text.Length)
        {
            var end = text.IndexOf('\n', from);
            end = end < 0 ? text.Length : end;
            to.Append(' ', end == from ? 0 : indent).Append(text, from, end - from).Append('\n');
            from = end + 1;
        }
    }

    private static int FirstLine(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] == '\n')
        {
            at++;
        }

        return at;
    }

    private static int LastLine(string text)
    {
        var end = text.Length;
        while (end > 0 && text[end - 1] == '\n')
        {
            end--;
        }

        return end == 0 ? 0 : text.LastIndexOf('\n', end - 1) + 1;
    }

    private static bool IsBlankLine(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        return at == text.Length || text[at] == '\n';
    }
}
