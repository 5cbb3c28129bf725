using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>The drawing of a page: a link per node, a path per pair of connected nodes.</summary>
internal static class SvgDrawing
{
    private const double Middle = DrawingFrames.NodeHeight / 2.0;

    /// <summary>Writes the drawing.</summary>
    /// <param name="text">Receives the markup.</param>
    /// <param name="graph">The graph.</param>
    public static void Write(StringBuilder text, DiagramGraph graph)
    {
        var frames = new DrawingFrames(graph);
        text.Append("<svg xmlns=\"http://www.w3.org/2000/svg\"").Append(HtmlText.Attribute("id", "all"))
            .Append(HtmlText.Format($" width=\"{frames.Width:0.#}\" height=\"{frames.Height:0.#}\""))
            .Append(HtmlText.Format($" viewBox=\"0 0 {frames.Width:0.#} {frames.Height:0.#}\">\n"))
            .Append("<defs><marker").Append(HtmlText.Attribute("id", "end"))
            .Append(" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\">")
            .Append("<path class=\"head\" d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        WriteEdges(text, graph, frames);
        foreach (var node in graph.Nodes)
        {
            WriteNode(text, node, frames[node]);
        }

        text.Append("</svg>\n");
    }

    /// <summary>The class of a node in the style sheet.</summary>
    public static string ClassOf(DiagramNode node) => node.Kind switch
    {
        DiagramNodeKind.Control => "control",
        DiagramNodeKind.Warehouse => "warehouse",
        DiagramNodeKind.Outside => "outside",
        _ => "element",
    };

    private static void WriteEdges(StringBuilder text, DiagramGraph graph, DrawingFrames frames)
    {
        var labels = new Dictionary<DiagramNode, int>();
        foreach (var edges in graph.Edges.GroupBy(edge => (edge.From, edge.To, edge.IsDotted)))
        {
            var (from, to, isDotted) = edges.Key;
            var label = string.Join(", ", edges.Select(edge => edge.Label).Where(part => part.Length > 0));
            labels.TryGetValue(from, out var above);
            labels[from] = above + (label.Length > 0 ? 1 : 0);
            text.Append(isDotted ? "<g class=\"edge dotted\" " : "<g class=\"edge\" ")
                .Append(HtmlText.Format($"data-a=\"n{from.Number}\" data-b=\"n{to.Number}\">"));
            WritePath(text, frames[from], frames[to], frames.Passages(from, to));
            WriteLabel(text, frames[from], label, above);
            text.Append("</g>\n");
        }
    }

    private static void WritePath(
        StringBuilder text,
        DrawingFrame from,
        DrawingFrame to,
        IEnumerable<(double Left, double Right, double Y)> passages)
    {
        var (x, y) = (from.Left + from.Width, from.Top + Middle);
        text.Append(HtmlText.Format($"<path d=\"M{x:0.#} {y:0.#}"));
        foreach (var passage in passages)
        {
            WriteCurve(text, x, y, passage.Left, passage.Y);
            text.Append(HtmlText.Format($"H{passage.Right:0.#}"));
            (x, y) = (passage.Right, passage.Y);
        }

        // An edge to a node beside or before its start ends on the right side.
        var isAhead = to.Left > from.Left + from.Width;
        WriteCurve(text, x, y, isAhead ? to.Left : to.Left + to.Width, to.Top + Middle, isAhead);
        text.Append("\"/>");
    }

    private static void WriteCurve(StringBuilder text, double x1, double y1, double x2, double y2, bool isAhead = true)
    {
        var bend = isAhead ? Math.Max(40, (x2 - x1) / 2) : 60;
        var (c1, c2) = (x1 + bend, isAhead ? x2 - bend : x2 + bend);
        text.Append(HtmlText.Format($"C{c1:0.#} {y1:0.#} {c2:0.#} {y2:0.#} {x2:0.#} {y2:0.#}"));
    }

    // The label is at the start of the edge, where edges are still apart.
    private static void WriteLabel(StringBuilder text, DrawingFrame from, string label, int above)
    {
        if (label.Length > 0)
        {
            text.Append(HtmlText.Format($"<text x=\"{from.Left + from.Width + 4:0.#}\" y=\"{from.Top + Middle - 4 - (above * 11):0.#}\">"))
                .Append(HtmlText.Encode(HtmlText.Shorten(label)))
                .Append("</text>");
        }
    }

    private static void WriteNode(StringBuilder text, DiagramNode node, DrawingFrame frame)
    {
        var round = node.Kind == DiagramNodeKind.Control ? DrawingFrames.NodeHeight / 2 : 4;
        text.Append(HtmlText.Format($"<a class=\"{ClassOf(node)}\" href=\"#n{node.Number}\" data-layer=\"{frame.Layer}\" "))
            .Append(HtmlText.Format($"data-order=\"{frame.Order}\"><title>"))
            .Append(HtmlText.Encode(node.Group is null ? node.Label : $"{node.Group} / {node.Label}"))
            .Append(HtmlText.Format($"</title><rect x=\"{frame.Left:0.#}\" y=\"{frame.Top:0.#}\" width=\"{frame.Width:0.#}\" "))
            .Append(HtmlText.Format($"height=\"{DrawingFrames.NodeHeight}\" rx=\"{round}\"/>"))
            .Append(HtmlText.Format($"<text text-anchor=\"middle\" x=\"{frame.Left + (frame.Width / 2):0.#}\" y=\"{frame.Top + 20:0.#}\">"))
            .Append(HtmlText.Encode(HtmlText.Shorten(node.Label)))
            .Append("</text></a>\n");
    }
}
