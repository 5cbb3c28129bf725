using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static SigmaPS.Help.Maml;

namespace SigmaPS.Help;

/// <summary>The page of a cmdlet, as the command element of MAML.</summary>
internal sealed class CmdletPage
{
    private readonly Section _page;
    private readonly List<Section> _sets;
    private readonly List<Parameter> _parameters;

    /// <exception cref="MalformedPageException">The parameters do not fit the syntax.</exception>
    public CmdletPage(Section page)
    {
        _page = page;
        _parameters = page["PARAMETERS"].Parts.Where(part => part.Title[0] == '-').Select(part => new Parameter(part)).ToList();
        _sets = page["SYNTAX"].Parts;
        if (_parameters.Find(parameter => !_sets.Exists(parameter.IsIn)) is { } unused)
        {
            throw new MalformedPageException(unused.Line, $"{unused.Name} is not in a parameter set that SYNTAX shows");
        }

        if (_parameters.Find(parameter => parameter.IsRequired != _sets.Exists(parameter.IsRequiredIn)) is { } other)
        {
            throw new MalformedPageException(other.Line, $"{other.Name} has 'Required: {other.IsRequired}', and SYNTAX does not");
        }
    }

    public XElement ToXml() =>
        new(
            Command + "command",
            new XAttribute(XNamespace.Xmlns + "maml", Root),
            new XAttribute(XNamespace.Xmlns + "command", Command),
            new XAttribute(XNamespace.Xmlns + "dev", Dev),
            Details(),
            Description(_page["DESCRIPTION"]),
            new XElement(Command + "syntax", _sets.Select(SyntaxItem)),
            new XElement(Command + "parameters", _parameters.Select(parameter => parameter.ToXml(null))),
            new XElement(Command + "inputTypes", _page["INPUTS"].Parts.Select(part => Value("inputType", part))),
            new XElement(Command + "returnValues", _page["OUTPUTS"].Parts.Select(part => Value("returnValue", part))),
            Notes(_page["NOTES"]),
            new XElement(Command + "examples", _page["EXAMPLES"].Parts.Select(Example)),
            new XElement(Command + "relatedLinks", _page["RELATED LINKS"].Blocks.SelectMany(block => block.Links()).Select(Link)));

    private XElement Details()
    {
        var words = _page.Title.Split('-');
        return new XElement(
            Command + "details",
            new XElement(Command + "name", _page.Title),
            new XElement(Command + "verb", words[0]),
            new XElement(Command + "noun", words[^1]),
            Description(_page["SYNOPSIS"]));
    }

    private XElement SyntaxItem(Section set) =>
        new(Command + "syntaxItem", new XElement(Root + "name", _page.Title), InOrder(set).Select(parameter => parameter.ToXml(set)));

    // The syntax gives the order, and must have the same parameters as the rest of the page.
    private IEnumerable<Parameter> InOrder(Section set)
    {
        var described = _parameters.Where(parameter => parameter.IsIn(set)).ToDictionary(parameter => parameter.Name);
        var shown = Regex.Matches(set.Code, @"(?<=[\[\s])-\w+").Select(match => match.Value).ToList();
        return shown.Except(described.Keys).Concat(described.Keys.Except(shown)).FirstOrDefault() is not { } odd
            ? shown.Select(name => described[name])
            : throw new MalformedPageException(
                set.Line,
                $"{odd} is in the syntax '{set.Title}' or among its parameters, but not in both");
    }

    private static XElement Value(string name, Section part) => new(Command + name, Type(part.Title), Description(part));

    private static XElement? Notes(Section part) =>
        part.Blocks.Count == 0 ? null : new XElement(Root + "alertSet", new XElement(Root + "alert", Paragraphs(part.Blocks)));

    /// <exception cref="MalformedPageException">The example begins with its code.</exception>
    private static XElement Example(Section part)
    {
        var before = part.Blocks.TakeWhile(block => !block.IsCode).ToList();
        var after = part.Blocks.Skip(before.Count).Where(block => !block.IsCode);
        return before.Count == 0
            ? throw new MalformedPageException(part.Line, $"'{part.Title}' has no sentence before its code")
            : new XElement(
                Command + "example",
                new XElement(Root + "title", $"--- {part.Title} ---"),
                new XElement(Root + "introduction", Paragraphs(before).Select(SetApart)),
                new XElement(Dev + "code", part.Code),
                new XElement(Dev + "remarks", Paragraphs(after), new XElement(Root + "para")));
    }

    // Get-Help writes the code directly behind the text of the introduction.
    private static XElement SetApart(XElement paragraph) => new(paragraph.Name, paragraph.Value + "\n\n");

    private static XElement Link(KeyValuePair<string, string> link) =>
        new(
            Root + "navigationLink",
            new XElement(Root + "linkText", link.Key),
            new XElement(Root + "uri", link.Value.StartsWith("https:", StringComparison.Ordinal) ? link.Value : ""));
}
