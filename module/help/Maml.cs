using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace SigmaPS.Help;

/// <summary>The namespaces of MAML, and the elements that occur in several places of it.</summary>
internal static class Maml
{
    public static readonly XNamespace Root = "http://schemas.microsoft.com/maml/2004/10";
    public static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    public static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    public static readonly XName HelpItems = XNamespace.Get("http://msh") + "helpItems";

    public static XElement Type(string name) => new(Dev + "type", new XElement(Root + "name", name));

    // The code block of a parameter holds its facts, which have elements of their own.
    public static XElement Description(Section part) =>
        new(Root + "description", Paragraphs(part.Blocks.Where(block => part.Title[0] != '-' || !block.IsCode)));

    public static IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks) =>
        blocks.Select(block => new XElement(Root + "para", block.Plain()));
}
