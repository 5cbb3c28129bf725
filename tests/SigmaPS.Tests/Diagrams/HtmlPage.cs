using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace SigmaPS.Tests.Diagrams;

/// <summary>A page of ConvertTo-SigmaDiagram, read as XML. Its script and its style are taken out first.</summary>
internal sealed class HtmlPage
{
    private static readonly Regex Code = new("(?<=<(?:script|style)>).*?(?=</(?:script|style)>)", RegexOptions.Singleline);

    private readonly ILookup<string?, XElement> _byId;

    public HtmlPage(string html)
    {
        string[] code = [.. Code.Matches(html).Select(match => match.Value)];
        (Style, Script) = (code[0], code[1]);
        Root = XDocument.Parse(Code.Replace(html, "").Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal)).Root!;
        Rows = [.. Root.Descendants("li").Where(row => (string?)row.Attribute("role") == "treeitem")];
        _byId = Rows.ToLookup(row => (string?)row.Attribute("id"));
    }

    public string Style { get; }

    public string Script { get; }

    public XElement Root { get; }

    /// <summary>The rows of the outline.</summary>
    public IReadOnlyList<XElement> Rows { get; }

    public XElement Drawing => Root.Descendants().Single(element => element.Name.LocalName == "svg");

    /// <summary>The edges of the drawing as pairs of names.</summary>
    public IEnumerable<(string From, string To)> Edges() =>
        Drawing.Descendants().Where(element => (string?)element.Attribute("data-a") is not null)
            .Select(edge => (Name(Row((string)edge.Attribute("data-a")!)), Name(Row((string)edge.Attribute("data-b")!))));

    /// <summary>The rows that the formula of a row reads, as element/column.</summary>
    public IEnumerable<string> Reads(XElement row) =>
        (row.Element("div")!.Attribute("data-from")?.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => Title(Row(id)));

    public XElement Row(string id) => _byId[id].Single();

    /// <summary>The rows of a page, an element or a source.</summary>
    public static IEnumerable<XElement> Inside(XElement row) => row.Elements("ul").Elements("li");

    public static string Name(XElement row) =>
        row.Element("div")!.Elements("span").First(part => (string?)part.Attribute("class") == "name").Value;

    public static string Title(XElement row) =>
        row.Attribute("id")!.Value[0] == 'i' ? $"{Name(row.Ancestors("li").First())}/{Name(row)}" : Name(row);
}
