using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Help;

/// <summary>A page, a section of it (##) or a part of a section (###).</summary>
internal sealed class Section(string title, int line)
{
    private static readonly string[] MayBeMissing = ["NOTES"];

    public string Title { get; } = title;

    public int Line { get; } = line;

    public List<Block> Blocks { get; } = [];

    public List<Section> Parts { get; } = [];

    /// <summary>The first code block.</summary>
    public string Code =>
        Blocks.Find(block => block.IsCode)?.Plain() ?? throw new MalformedPageException(Line, $"'{Title}' has no code block");

    public Section this[string title] =>
        Parts.Find(part => part.Title == title && (part.Blocks.Count > 0 || part.Parts.Count > 0))
        ?? (MayBeMissing.Contains(title)
            ? new Section(title, Line)
            : throw new MalformedPageException(Line, $"the section '## {title}' is missing or empty"));
}
