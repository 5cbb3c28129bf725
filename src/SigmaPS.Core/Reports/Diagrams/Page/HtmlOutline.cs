using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>The outline of a page: pages, elements, columns and metrics. A row has the IDs of the rows that its formula reads.</summary>
internal sealed class HtmlOutline
{
    private readonly StringBuilder _text;
    private readonly DiagramGraph _graph;
    private readonly Dictionary<DiagramItem, int> _numbers = new();

    public HtmlOutline(StringBuilder text, DiagramGraph graph)
    {
        _text = text;
        _graph = graph;
        foreach (var item in graph.Nodes.SelectMany(node => node.Items))
        {
            _numbers.Add(item, _numbers.Count + 1);
        }
    }

    /// <summary>Writes the outline.</summary>
    public void Write()
    {
        _text.Append("<ul role=\"tree\" id=\"tree\" aria-label=\"Outline\">\n");
        var number = 0;
        var groups = _graph.Nodes.GroupBy(node => (node.GroupId, Name: node.Group ?? node.Section, IsPage: node.Group is not null));
        foreach (var group in groups)
        {
            var (id, name, isPage) = group.Key;
            Open($"g{++number}", isPage ? "page" : "section", isOpen: true, id, name, HtmlText.Format($"{group.Count()}"));
            foreach (var node in group)
            {
                Write(node);
            }

            _text.Append("</ul></li>\n");
        }

        _text.Append("</ul>\n");
    }

    private void Write(DiagramNode node)
    {
        var columns = node.Items.Count(item => item.Kind != DiagramItemKind.Metric);
        var metrics = node.Items.Count - columns;
        var counts = new[] { Counted.Describe(columns, "column"), Counted.Describe(metrics, "metric") };
        var info = string.Join(", ", counts.Where(count => count.Length > 0).Prepend(node.Note).Where(part => part.Length > 0));
        var id = HtmlText.Format($"n{node.Number}");
        var kind = SvgDrawing.ClassOf(node);
        if (node.Items.Count == 0)
        {
            Start(id, kind, node.Id);
            Row(node.Label, info);
            Statement(node);
            _text.Append("</li>\n");
            return;
        }

        Open(id, kind, isOpen: false, node.Id, node.Label, info, node);
        foreach (var item in node.Items)
        {
            Write(item);
        }

        _text.Append("</ul></li>\n");
    }

    private void Write(DiagramItem item)
    {
        Start(HtmlText.Format($"i{_numbers[item]}"), item.Kind == DiagramItemKind.Metric ? "metric" : "column", item.Id);
        Row(item.Name, item.IsHidden ? "hidden" : "", item);
        _text.Append("</li>\n");
    }

    private void Open(string id, string kind, bool isOpen, string sigmaId, string name, string info, DiagramNode? node = null)
    {
        Start(id, kind, sigmaId, HtmlText.Attribute("aria-expanded", isOpen ? "true" : "false"));
        Row(name, info);
        if (node is not null)
        {
            Statement(node);
        }

        _text.Append("<ul role=\"group\">\n");
    }

    private void Start(string id, string kind, string sigmaId, string attributes = "") =>
        _text
            .Append("<li role=\"treeitem\"")
            .Append(HtmlText.Attribute("id", id))
            .Append(HtmlText.Attribute("data-kind", kind))
            .Append(attributes)
            .Append(sigmaId.Length > 0 ? HtmlText.Attribute("data-id", sigmaId) : "")
            .Append('>');

    private void Row(string name, string info, DiagramItem? item = null)
    {
        _text.Append("<div class=\"row\"");
        if (item is not null)
        {
            Reads(item);
        }

        _text.Append("><span class=\"name\">").Append(HtmlText.Encode(name)).Append("</span>");
        Part("code", "", item?.Formula ?? "");
        Part("span", " class=\"info\"", info);
        Part("span", " class=\"lost\"", item?.Unresolved.Count > 0 ? "unresolved" : "");
        _text.Append("</div>");
    }

    private void Reads(DiagramItem item)
    {
        var ids = item.ReadItems.Select(read => HtmlText.Format($"i{_numbers[read]}"))
            .Concat(item.ReadNodes.Select(read => HtmlText.Format($"n{read.Number}")))
            .ToList();
        _text.Append(ids.Count > 0 ? HtmlText.Attribute("data-from", string.Join(" ", ids)) : "")
            .Append(item.Unresolved.Count > 0 ? HtmlText.Attribute("data-lost", string.Join(", ", item.Unresolved)) : "");
    }

    private void Statement(DiagramNode node) => Part("pre", " hidden=\"hidden\"", node.Text);

    private void Part(string tag, string attributes, string content) =>
        _text.Append(content.Length > 0 ? $"<{tag}{attributes}>{HtmlText.Encode(content)}</{tag}>" : "");
}
