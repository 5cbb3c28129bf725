using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>Divides the lines of a document into sentences.</summary>
internal static class SentenceReader
{
    private static readonly Regex ListItem = new(@"^\s*([-*+]|\d+\.)\s");
    private static readonly Regex End = new(@"(?<=[.!?][""”)*]*)\s+");

    public static IEnumerable<Sentence> Read(string[] lines)
    {
        var block = new List<string>();
        var first = 0;
        var isCode = false;
        for (var i = PageReader.FirstLine(lines); i <= lines.Length; i++)
        {
            var line = i < lines.Length ? lines[i].Trim() : "";
            var isFence = line.StartsWith("```", StringComparison.Ordinal);
            var isAlone = line.StartsWith('#') || line.StartsWith('|');
            if (line.Length == 0 || isFence || isAlone || isCode || ListItem.IsMatch(line))
            {
                foreach (var sentence in Split(string.Join("\n", block), first))
                {
                    yield return sentence;
                }

                block.Clear();
            }

            isCode ^= isFence;
            if (isCode || isFence || line.Length == 0 || line.StartsWith("<!--", StringComparison.Ordinal))
            {
                continue;
            }

            first = block.Count == 0 ? i + 1 : first;
            if (!isAlone)
            {
                block.Add(line);
                continue;
            }

            foreach (var sentence in line.Trim('#', '|', ' ').Split(" | ").SelectMany(cell => Split(cell, i + 1)))
            {
                yield return sentence;
            }
        }
    }

    // Full stops in code do not end a sentence; code keeps its length, so that the positions stay the same.
    private static IEnumerable<Sentence> Split(string text, int line)
    {
        var masked = Regex.Replace(text, @"`[^`]*`|\]\([^)]*\)|\b(e\.g|i\.e|etc)\.", match => new string('c', match.Length));
        var start = 0;
        foreach (var end in End.Matches(masked).Select(match => match.Index + match.Length).Append(text.Length))
        {
            var sentence = text[start..end];
            if (sentence.Trim().Length > 0)
            {
                yield return new Sentence(line + text.Take(start).Count(sign => sign == '\n'), sentence);
            }

            start = end;
        }
    }
}
