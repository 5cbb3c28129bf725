using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>A paragraph, a list, or code between fences.</summary>
internal sealed class Block
{
    private const string Fence = "```";
    private readonly string _text;

    private Block(bool isCode, IEnumerable<string> lines)
    {
        IsCode = isCode;
        _text = string.Join("\n", lines.Select(line => line.TrimEnd()));
    }

    public bool IsCode { get; }

    /// <param name="lines">The lines of the page.</param>
    /// <param name="i">The index of the block's first line; afterwards of its last one.</param>
    /// <exception cref="MalformedPageException">The code does not end.</exception>
    public static Block Read(string[] lines, ref int i)
    {
        var first = i;
        var isCode = lines[first].StartsWith(Fence, StringComparison.Ordinal);
        var further = lines.Skip(first + 1).TakeWhile(line => isCode ? !line.StartsWith(Fence, StringComparison.Ordinal) : IsText(line));
        var count = further.Count();
        i = first + count + (isCode ? 1 : 0);
        return i < lines.Length
            ? new Block(isCode, isCode ? further : lines.Skip(first).Take(count + 1))
            : throw new MalformedPageException(first + 1, "the code that begins here has no end (```)");
    }

    /// <summary>The text without marks: the lines of a paragraph joined, the items of a list each on a line.</summary>
    public string Plain()
    {
        if (IsCode)
        {
            return _text;
        }

        var joined = Regex.Replace(_text, @"\n(?!- )\s*", " ");
        var withoutLinks = Regex.Replace(joined, @"\[([^\]]+)\]\([^)]+\)", "$1");
        return Regex.Replace(withoutLinks, @"`([^`]+)`|\*\*([^*]+)\*\*", "$1$2");
    }

    /// <summary>The links: their text and their target.</summary>
    public IEnumerable<KeyValuePair<string, string>> Links() =>
        Regex.Matches(_text, @"\[([^\]]+)\]\(([^)]+)\)")
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, match.Groups[2].Value));

    private static bool IsText(string line) => line.Trim().Length > 0 && !Regex.IsMatch(line, "^(#|```)");
}
