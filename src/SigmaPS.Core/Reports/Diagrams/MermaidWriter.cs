using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Reports;

/// <summary>
/// A graph as Mermaid, in the syntax that GitHub, GitLab and Azure DevOps share: Azure DevOps knows "graph", and arrows of one length.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/devops/project/wiki/markdown-guidance#add-mermaid-diagrams-to-a-wiki-page</remarks>
public static class MermaidWriter
{
    private const int LongestLabel = 60;

    /// <summary>Writes the text.</summary>
    /// <param name="graph">The graph.</param>
    /// <returns>Mermaid with LF and a final newline.</returns>
    public static string Write(DiagramGraph graph)
    {
        var text = new StringBuilder("graph LR\n");
        var groups = graph.Nodes.GroupBy(node => node.Group).OrderBy(group => group.Key is null ? 1 : 0).ToList();
        for (var i = 0; i < groups.Count; i++)
        {
            var named = groups[i].Key is { } name && groups.Count(group => group.Key is not null) > 1 ? name : null;
            if (named is not null)
            {
                text.Append("  subgraph g").Append(Number(i + 1)).Append("[\"").Append(Label(named)).Append("\"]\n");
            }

            foreach (var node in groups[i])
            {
                text.Append("  ").Append(named is null ? "" : "  ").Append(Shape(node)).Append('\n');
            }

            text.Append(named is null ? "" : "  end\n");
        }

        foreach (var edge in graph.Edges)
        {
            var label = edge.Label.Length == 0 ? "" : $"|\"{Label(edge.Label)}\"|";
            text.Append("  n")
                .Append(Number(edge.From.Number))
                .Append(edge.IsDotted ? " -.->" : " -->")
                .Append(label)
                .Append(" n")
                .Append(Number(edge.To.Number))
                .Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The same as a block of Markdown.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="title">A heading; null for none.</param>
    /// <returns>Markdown.</returns>
    public static string Markdown(DiagramGraph graph, string? title) =>
        (title is null ? "" : "# " + MarkdownEscaper.Plain(title) + "\n\n") + "```mermaid\n" + Write(graph) + "```\n";

    private static string Shape(DiagramNode node)
    {
        var (open, close) = node.Kind switch
        {
            DiagramNodeKind.Control => ("([\"", "\"])"),
            DiagramNodeKind.Warehouse => ("[(\"", "\")]"),
            DiagramNodeKind.Outside => ("[[\"", "\"]]"),
            _ => ("[\"", "\"]"),
        };
        return "n" + Number(node.Number) + open + Label(node.Label) + close;
    }

    // Everything but plain letters, digits and a few signs as a character code, so that no name is taken for markup or a command.
    private static string Label(string label)
    {
        var shown = label.Length <= LongestLabel ? label : label.Substring(0, LongestLabel - 1) + "…";
        var text = new StringBuilder();
        foreach (var point in Points(shown))
        {
            text.Append(
                IsUnseen(point) ? "\ufffd"
                : point is > 127 or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or ' ' or '.' or '_' or '-' or ','
                    ? char.ConvertFromUtf32(point)
                : point < ' ' ? " "
                : "#" + Number(point) + ";");
        }

        return text.Length == 0 ? " " : text.ToString();
    }

    // Control characters of terminals, other line ends, and marks that change the direction of reading.
    private static bool IsUnseen(int point) =>
        point is (>= 0x7f and <= 0x9f) or 0x2028 or 0x2029 || (point <= char.MaxValue && DirectionMark.Is((char)point));

    private static IEnumerable<int> Points(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                yield return char.ConvertToUtf32(text[i], text[++i]);
            }
            else
            {
                yield return char.IsSurrogate(text[i]) ? 0xfffd : text[i];
            }
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
