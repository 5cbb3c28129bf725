using System;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static SigmaPS.Help.Maml;

namespace SigmaPS.Help;

/// <summary>A parameter of a cmdlet's page: its sentences, and the facts in its code block.</summary>
internal sealed class Parameter
{
    private readonly Section _part;
    private readonly ILookup<string, string> _facts;

    /// <exception cref="MalformedPageException">The parameter has facts only.</exception>
    public Parameter(Section part)
    {
        _part = part;
        _facts = part.Code.Split('\n').Select(line => line.Split(':', 2)).ToLookup(pair => pair[0].Trim(), pair => pair[^1].Trim());
        if (part.Blocks.TrueForAll(block => block.IsCode))
        {
            throw new MalformedPageException(part.Line, $"{part.Title} has no sentence that describes it");
        }

        var opening = Fact("Type") == "SwitchParameter" ? "Indicates that " : "Specifies ";
        if (!Description(part).Value.StartsWith(opening, StringComparison.Ordinal))
        {
            throw new MalformedPageException(part.Line, $"{part.Title} has a description that does not begin with '{opening.Trim()}'");
        }
    }

    /// <summary>The name with its dash.</summary>
    public string Name => _part.Title;

    public int Line => _part.Line;

    public bool IsRequired => Fact("Required") == "True";

    public bool IsIn(Section set)
    {
        var name = set.Title.Replace(" (Default)", "", StringComparison.Ordinal);
        return Fact("Parameter Sets").Split(',').Select(one => one.Trim()).Any(one => one == "(All)" || one == name);
    }

    // SYNTAX shows a required parameter without brackets around it and its value.
    public bool IsRequiredIn(Section set) => Regex.IsMatch(set.Code, $@"(?<=\s)({Name}(?=\s)|\[{Name}\] <)");

    /// <param name="set">The parameter set in SYNTAX; null for the list of parameters.</param>
    public XElement ToXml(Section? set)
    {
        var type = Fact("Type");
        var aliases = Fact("Aliases");
        return new XElement(
            Command + "parameter",
            new XAttribute("required", set is null ? IsRequired : IsRequiredIn(set)),
            new XAttribute("position", Fact("Position").ToLowerInvariant()),
            new XAttribute("variableLength", type.EndsWith("[]", StringComparison.Ordinal) ? "true" : "false"),
            new XAttribute("globbing", Fact("Accept wildcard characters").ToLowerInvariant()),
            new XAttribute("pipelineInput", Fact("Accept pipeline input")),
            new XAttribute("aliases", aliases.Length == 0 ? "none" : aliases),
            new XElement(Root + "name", Name[1..]),
            Description(_part),
            set is not null && type == "SwitchParameter"
                ? null
                : new XElement(Command + "parameterValue", new XAttribute("required", "true"), type),
            Maml.Type(type),
            new XElement(Dev + "defaultValue", Fact("Default value")));
    }

    private string Fact(string name) =>
        _facts[name].Count() == 1
            ? _facts[name].First()
            : throw new MalformedPageException(Line, $"{Name} must have one line '{name}:'");
}
