using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

/// <summary>Compiles docs/Verb-Noun.md (platyPS's layout) into MAML and docs/about_*.md into help texts. MSBuild runs it; no PowerShell is needed.</summary>
public sealed class HelpCompiler : Task
{
    private static readonly XNamespace Help = "http://msh";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";

    /// <summary>The pages.</summary>
    [Required]
    public ITaskItem[] Pages { get; set; }

    /// <summary>Where the help goes: the module's en-US.</summary>
    [Required]
    public string Folder { get; set; }

    /// <summary>The name of the MAML file.</summary>
    [Required]
    public string MamlName { get; set; }

    public override bool Execute()
    {
        Directory.CreateDirectory(Folder);
        var cmdlets = new XElement(Help + "helpItems", new XAttribute("schema", "maml"));
        foreach (var path in Pages.Select(page => page.GetMetadata("FullPath")).OrderBy(path => path, StringComparer.Ordinal))
        {
            try
            {
                var page = Section.Read(path);
                if (page.Title.StartsWith("about_", StringComparison.Ordinal))
                {
                    File.WriteAllText(Path.Combine(Folder, page.Title + ".help.txt"), About(page));
                }
                else
                {
                    cmdlets.Add(Cmdlet(page));
                }
            }
            catch (MalformedPage e)
            {
                Log.LogError("help", "HELP001", null, path, e.Line, 0, 0, 0, e.Message);
            }
        }

        if (!Log.HasLoggedErrors)
        {
            new XDocument(cmdlets).Save(Path.Combine(Folder, MamlName));
        }

        return !Log.HasLoggedErrors;
    }

    private static XElement Cmdlet(Section page)
    {
        var parameters = page["PARAMETERS"].Parts.Where(part => part.Title[0] == '-').Select(part => new Parameter(part)).ToList();
        var sets = page["SYNTAX"].Parts;
        foreach (var parameter in parameters.Where(parameter => !sets.Any(parameter.IsIn)))
        {
            throw new MalformedPage(parameter.Part.Line, $"{parameter.Part.Title} belongs to no parameter set that SYNTAX shows");
        }

        foreach (var parameter in parameters.Where(parameter => parameter.IsRequired != sets.Any(parameter.IsRequiredIn)))
        {
            throw new MalformedPage(parameter.Part.Line, $"{parameter.Part.Title} has 'Required: {parameter.IsRequired}', and SYNTAX does not");
        }

        return new XElement(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Maml), new XAttribute(XNamespace.Xmlns + "command", Command), new XAttribute(XNamespace.Xmlns + "dev", Dev),
            new XElement(Command + "details", new XElement(Command + "name", page.Title), new XElement(Command + "verb", page.Title.Split('-')[0]), new XElement(Command + "noun", page.Title.Split('-').Last()), Description(page["SYNOPSIS"])),
            Description(page["DESCRIPTION"]),
            new XElement(Command + "syntax", sets.Select(set => new XElement(Command + "syntaxItem", new XElement(Maml + "name", page.Title), InOrder(set, parameters).Select(parameter => parameter.ToXml(set))))),
            new XElement(Command + "parameters", parameters.Select(parameter => parameter.ToXml(null))),
            new XElement(Command + "inputTypes", page["INPUTS"].Parts.Select(part => new XElement(Command + "inputType", Type(part.Title), Description(part)))),
            new XElement(Command + "returnValues", page["OUTPUTS"].Parts.Select(part => new XElement(Command + "returnValue", Type(part.Title), Description(part)))),
            page["NOTES"].Blocks.Count == 0 ? null : new XElement(Maml + "alertSet", new XElement(Maml + "alert", Paragraphs(page["NOTES"].Blocks))),
            new XElement(Command + "examples", page["EXAMPLES"].Parts.Select(part => new XElement(
                Command + "example", new XElement(Maml + "title", $"--- {part.Title} ---"), new XElement(Dev + "code", part.Code), new XElement(Dev + "remarks", Paragraphs(part.Blocks.Where(block => !block.IsCode)), new XElement(Maml + "para"))))),
            new XElement(Command + "relatedLinks", page["RELATED LINKS"].Blocks.SelectMany(block => block.Links()).Select(link => new XElement(
                Maml + "navigationLink", new XElement(Maml + "linkText", link.Key), new XElement(Maml + "uri", link.Value.StartsWith("https:", StringComparison.Ordinal) ? link.Value : "")))));
    }

    // The syntax gives the order, and has to speak of the same parameters as the rest of the page.
    private static IEnumerable<Parameter> InOrder(Section set, IEnumerable<Parameter> parameters)
    {
        var meant = parameters.Where(parameter => parameter.IsIn(set)).ToDictionary(parameter => parameter.Part.Title);
        var shown = Regex.Matches(set.Code, @"(?<=[\[\s])-\w+").Cast<Match>().Select(match => match.Value).ToList();
        var odd = shown.Except(meant.Keys).Concat(meant.Keys.Except(shown)).FirstOrDefault();
        return odd == null ? shown.Select(name => meant[name]) : throw new MalformedPage(set.Line, $"{odd} stands in the syntax '{set.Title}' or among its parameters, but not in both");
    }

    private static XElement Type(string name) => new XElement(Dev + "type", new XElement(Maml + "name", name));

    private static XElement Description(Section part) => new XElement(Maml + "description", Paragraphs(part.Blocks.Where(block => part.Title[0] != '-' || !block.IsCode)));

    private static IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks) => blocks.Select(block => new XElement(Maml + "para", block.Plain()));

    private static string About(Section page)
    {
        var text = new StringBuilder($"TOPIC\n    {page.Title}\n");
        foreach (var section in new[] { page["SHORT DESCRIPTION"], page["LONG DESCRIPTION"] }.Concat(page.Parts.Skip(2)))
        {
            text.Append($"\n{section.Title}\n{Body(section)}");
            section.Parts.ForEach(part => text.Append($"\n  {part.Title}\n{Body(part)}"));
        }

        return text.ToString();
    }

    private static string Body(Section part) => string.Join("\n", part.Blocks.Select(block => string.Concat(block.Plain().Split('\n').Select(line => block.IsCode ? $"        {line}".TrimEnd() + "\n" : Wrap(line)))));

    private static string Wrap(string line) => Regex.Replace(line, @"(.{1,72})(?:\s+|$)", match => (match.Index > 0 && line.StartsWith("- ", StringComparison.Ordinal) ? "      " : "    ") + match.Groups[1].Value + "\n");

    private sealed class Parameter
    {
        private readonly ILookup<string, string> _facts;

        public Parameter(Section part)
        {
            Part = part;
            _facts = part.Code.Split('\n').Select(line => line.Split(new[] { ':' }, 2)).ToLookup(pair => pair[0].Trim(), pair => pair.Last().Trim());
            if (part.Blocks.All(block => block.IsCode))
            {
                throw new MalformedPage(part.Line, $"no sentence says what {part.Title} is for");
            }
        }

        public Section Part { get; }

        public bool IsIn(Section set) => Fact("Parameter Sets").Split(',').Select(name => name.Trim()).Any(name => name == "(All)" || name == set.Title.Replace(" (Default)", ""));

        public bool IsRequired => Fact("Required") == "True";

        // SYNTAX shows a required parameter without brackets around it and its value.
        public bool IsRequiredIn(Section set) => Regex.IsMatch(set.Code, $@"(?<=\s)({Part.Title}(?=\s)|\[{Part.Title}\] <)");

        /// <param name="set">The parameter set in SYNTAX; null for the list of parameters.</param>
        public XElement ToXml(Section set) => new XElement(
            Command + "parameter",
            new XAttribute("required", set is null ? IsRequired : IsRequiredIn(set)), new XAttribute("position", Fact("Position").ToLowerInvariant()),
            new XAttribute("variableLength", Fact("Type").EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"), new XAttribute("globbing", Fact("Accept wildcard characters").ToLowerInvariant()),
            new XAttribute("pipelineInput", Fact("Accept pipeline input")), new XAttribute("aliases", Fact("Aliases").Length == 0 ? "none" : Fact("Aliases")),
            new XElement(Maml + "name", Part.Title.Substring(1)), Description(Part),
            set is not null && Fact("Type") == "SwitchParameter" ? null : new XElement(Command + "parameterValue", new XAttribute("required", "true"), Fact("Type")),
            Type(Fact("Type")), new XElement(Dev + "defaultValue", Fact("Default value")));

        private string Fact(string name) => _facts[name].Count() == 1 ? _facts[name].First() : throw new MalformedPage(Part.Line, $"{Part.Title} has to say '{name}:' once");
    }

    /// <summary>A page, a section of it (##) or a part of a section (###).</summary>
    private sealed class Section
    {
        private static readonly string[] MayBeMissing = { "NOTES" };

        private Section(string title, int line)
        {
            Title = title;
            Line = line;
        }

        public string Title { get; }

        public int Line { get; }

        public List<Block> Blocks { get; } = new List<Block>();

        public List<Section> Parts { get; } = new List<Section>();

        public string Code => Blocks.FirstOrDefault(block => block.IsCode)?.Plain() ?? throw new MalformedPage(Line, $"'{Title}' has no code block");

        public Section this[string title] => Parts.FirstOrDefault(part => part.Title == title && (part.Blocks.Count > 0 || part.Parts.Count > 0))
            ?? (MayBeMissing.Contains(title) ? new Section(title, Line) : throw new MalformedPage(Line, $"the section '## {title}' is missing or empty"));

        public static Section Read(string path)
        {
            var lines = File.ReadAllLines(path);
            var open = new Stack<Section>();
            for (var i = lines.FirstOrDefault() == "---" ? Array.IndexOf(lines, "---", 1) + 1 : 0; i < lines.Length; i++)
            {
                var heading = Regex.Match(lines[i], "^(#{1,6}) +(.+?) *$");
                var level = heading.Groups[1].Length;
                if (heading.Success)
                {
                    if (level > 3 || level > open.Count + 1 || (level == 1 && open.Count > 0))
                    {
                        throw new MalformedPage(i + 1, "a page has one title (#), sections (##) and their parts (###), in this order and no deeper");
                    }

                    while (open.Count >= level)
                    {
                        open.Pop();
                    }

                    var part = new Section(heading.Groups[2].Value, i + 1);
                    open.FirstOrDefault()?.Parts.Add(part);
                    open.Push(part);
                }
                else if (lines[i].Trim().Length > 0)
                {
                    (open.Count > 1 ? open.Peek() : throw new MalformedPage(i + 1, "text stands before the first section")).Blocks.Add(new Block(lines, ref i));
                }
            }

            var page = open.LastOrDefault();
            return page?.Title == Path.GetFileNameWithoutExtension(path) ? page : throw new MalformedPage(1, $"the title is '{page?.Title}', but the file's name says '{Path.GetFileNameWithoutExtension(path)}'");
        }
    }

    /// <summary>A paragraph, a list, or code between fences.</summary>
    private sealed class Block
    {
        private readonly string _text;

        public Block(string[] lines, ref int i)
        {
            const string Fence = "```";
            var first = i;
            IsCode = lines[i].StartsWith(Fence, StringComparison.Ordinal);
            var count = lines.Skip(first + 1).TakeWhile(line => IsCode ? !line.StartsWith(Fence, StringComparison.Ordinal) : line.Trim().Length > 0 && !Regex.IsMatch(line, "^(#|```)")).Count();
            i = first + count + (IsCode ? 1 : 0);
            _text = string.Join("\n", lines.Skip(IsCode ? first + 1 : first).Take(IsCode ? count : count + 1).Select(line => line.TrimEnd()));
            if (i >= lines.Length)
            {
                throw new MalformedPage(first + 1, "the code that begins here has no end (```)");
            }
        }

        public bool IsCode { get; }

        /// <summary>The text without marks: the lines of a paragraph joined, the items of a list each on a line.</summary>
        public string Plain() => IsCode ? _text
            : Regex.Replace(Regex.Replace(Regex.Replace(_text, @"\n(?!- )\s*", " "), @"\[([^\]]+)\]\([^)]+\)", "$1"), @"`([^`]+)`|\*\*([^*]+)\*\*", "$1$2");

        public IEnumerable<KeyValuePair<string, string>> Links() => Regex.Matches(_text, @"\[([^\]]+)\]\(([^)]+)\)").Cast<Match>().Select(match => new KeyValuePair<string, string>(match.Groups[1].Value, match.Groups[2].Value));
    }

    private sealed class MalformedPage : Exception
    {
        public MalformedPage(int line, string message) : base(message) => Line = line;

        public int Line { get; }
    }
}
