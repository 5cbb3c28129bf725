using System;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace SigmaPS.Help;

/// <summary>The text that Get-Help shows for an about topic.</summary>
internal static class AboutTopic
{
    public static string Format(Section page)
    {
        var text = new StringBuilder($"TOPIC\n    {page.Title}\n");
        foreach (var section in new[] { page["SHORT DESCRIPTION"], page["LONG DESCRIPTION"] }.Concat(page.Parts.Skip(2)))
        {
            text.Append($"\n{section.Title}\n{Body(section)}");
            section.Parts.ForEach(part => text.Append($"\n  {part.Title}\n{Body(part)}"));
        }

        return text.ToString();
    }

    private static string Body(Section part) => string.Join("\n", part.Blocks.Select(Lines));

    private static string Lines(Block block) =>
        string.Concat(block.Plain().Split('\n').Select(line => block.IsCode ? $"        {line}".TrimEnd() + "\n" : Wrap(line)));

    private static string Wrap(string line)
    {
        var further = line.StartsWith("- ", StringComparison.Ordinal) ? "      " : "    ";
        return Regex.Replace(
            line,
            @"(.{1,72})(?:\s+|$)",
            match => (match.Index > 0 ? further : "    ") + match.Groups[1].Value + "\n");
    }
}
