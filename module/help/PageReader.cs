using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>Reads a page of markdown as a tree of sections.</summary>
internal static class PageReader
{
    private const int DeepestLevel = 3;

    /// <exception cref="MalformedPageException">The headings are not those of a help page.</exception>
    public static Section Read(string path)
    {
        var lines = File.ReadAllLines(path);
        var open = new Stack<Section>();
        for (var i = FirstLine(lines); i < lines.Length; i++)
        {
            var heading = Regex.Match(lines[i], "^(#{1,6}) +(.+?) *$");
            if (heading.Success)
            {
                Open(open, heading.Groups[1].Length, heading.Groups[2].Value, i + 1);
            }
            else if (lines[i].Trim().Length > 0)
            {
                if (open.Count <= 1)
                {
                    throw new MalformedPageException(i + 1, "there is text before the first section");
                }

                open.Peek().Blocks.Add(Block.Read(lines, ref i));
            }
        }

        var page = open.LastOrDefault();
        var name = Path.GetFileNameWithoutExtension(path);
        return page?.Title == name ? page : throw new MalformedPageException(1, $"the title is '{page?.Title}', but the file is '{name}'");
    }

    /// <summary>The index of the line after the front matter.</summary>
    public static int FirstLine(string[] lines) => lines.FirstOrDefault() == "---" ? Array.IndexOf(lines, "---", 1) + 1 : 0;

    private static void Open(Stack<Section> open, int level, string title, int line)
    {
        if (level > DeepestLevel || level > open.Count + 1 || (level == 1 && open.Count > 0))
        {
            throw new MalformedPageException(
                line,
                "a page has one title (#), sections (##) and their parts (###), in this order and no deeper");
        }

        while (open.Count >= level)
        {
            open.Pop();
        }

        var section = new Section(title, line);
        open.FirstOrDefault()?.Parts.Add(section);
        open.Push(section);
    }
}
