using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>A graph as an HTML page that needs nothing but a browser: one drawing, no script, nothing to load.</summary>
public static class HtmlDiagramWriter
{
    private const int LongestLabel = 40;
    private const double Letter = 8.6;
    private const int BoxHeight = 30;
    private const int RowGap = 18;
    private const int LayerGap = 110;
    private const int Margin = 24;

    private static readonly string Style = "body{margin:0;font:13px system-ui,sans-serif;background:#fff;color:#1b1f24}h1{font-size:18px;margin:16px 24px 0}svg{display:block}"
        + ".box rect{fill:#eaf2ff;stroke:#2f6fde}.control rect{fill:#fff4e0;stroke:#c47a00}.warehouse rect{fill:#e9f7ef;stroke:#1e8449}.outside rect{fill:#f3f4f6;stroke:#6b7280}"
        + "path{fill:none;stroke:#6b7280}path.dotted{stroke-dasharray:4 4}text{font:13px system-ui,sans-serif}text.how{font-size:11px;fill:#4b5563}"
        + "@media(prefers-color-scheme:dark){body{background:#14171c;color:#e6e8eb}text{fill:#e6e8eb}text.how{fill:#a3abb6}.box rect{fill:#16294a}.control rect{fill:#3a2a0c}.warehouse rect{fill:#12301f}.outside rect{fill:#23272e}}";

    /// <summary>Writes the page.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="title">Its title.</param>
    /// <returns>HTML with LF and a final newline.</returns>
    public static string Write(DiagramGraph graph, string title)
    {
        var layout = DiagramLayout.FromGraph(graph);
        var frames = Frames(layout, out var width, out var height);
        var text = new StringBuilder();
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>").Append(Encode(title)).Append("</title>\n<style>").Append(Style).Append("</style>\n</head>\n<body>\n<h1>").Append(Encode(title)).Append("</h1>\n");
        text.Append(FormattableString($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\">\n"));
        text.Append("<defs><marker id=\"end\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8\"/></marker></defs>\n");
        var said = new Dictionary<DiagramNode, int>();
        foreach (var lines in graph.Lines.GroupBy(line => (line.From, line.To, line.IsDotted)))
        {
            var (from, to, isDotted) = lines.Key;
            var label = string.Join(", ", lines.Select(line => line.Label).Where(how => how.Length > 0));
            said.TryGetValue(from, out var above);
            said[from] = above + (label.Length > 0 ? 1 : 0);
            Line(text, frames[from], frames[to], isDotted, label, above);
        }

        foreach (var box in graph.Boxes)
        {
            Box(text, box, frames[box]);
        }

        return text.Append("</svg>\n</body>\n</html>\n").ToString();
    }

    private static Dictionary<DiagramNode, Frame> Frames(DiagramLayout layout, out double width, out double height)
    {
        var frames = new Dictionary<DiagramNode, Frame>();
        var tallest = layout.Layers.Select(layer => layer.Count).DefaultIfEmpty(0).Max() * (BoxHeight + RowGap);
        double left = Margin;
        foreach (var layer in layout.Layers)
        {
            var wide = layer.Max(box => 20 + (Short(box.Label).Length * Letter));
            var top = Margin + ((tallest - (layer.Count * (BoxHeight + RowGap))) / 2.0);
            foreach (var box in layer)
            {
                frames[box] = new Frame(left, top, wide);
                top += BoxHeight + RowGap;
            }

            left += wide + LayerGap;
        }

        width = System.Math.Max(left - LayerGap, Margin) + Margin;
        height = tallest + (2 * Margin);
        return frames;
    }

    // What a line says stands where it begins: there the lines are still apart.
    private static void Line(StringBuilder text, Frame from, Frame to, bool isDotted, string label, int above)
    {
        // What stands beside or before it is reached on its right side.
        var isAhead = to.Left > from.Left + from.Width;
        var (x1, y1, x2, y2) = (from.Left + from.Width, from.Top + (BoxHeight / 2.0), isAhead ? to.Left : to.Left + to.Width, to.Top + (BoxHeight / 2.0));
        var bend = isAhead ? System.Math.Max(40, (x2 - x1) / 2) : 60;
        text.Append(FormattableString($"<path{(isDotted ? " class=\"dotted\"" : "")} marker-end=\"url(#end)\" d=\"M{x1:0.#} {y1:0.#}C{x1 + bend:0.#} {y1:0.#} {(isAhead ? x2 - bend : x2 + bend):0.#} {y2:0.#} {x2:0.#} {y2:0.#}\"/>\n"));
        if (label.Length > 0)
        {
            text.Append(FormattableString($"<text class=\"how\" x=\"{x1 + 4:0.#}\" y=\"{y1 - 4 - (above * 11):0.#}\">")).Append(Encode(Short(label))).Append("</text>\n");
        }
    }

    private static void Box(StringBuilder text, DiagramNode box, Frame frame)
    {
        var kind = box.Kind switch
        {
            DiagramNodeKind.Control => "control",
            DiagramNodeKind.Warehouse => "warehouse",
            DiagramNodeKind.Outside => "outside",
            _ => "box",
        };
        text.Append(FormattableString($"<g class=\"{kind}\"><title>")).Append(Encode(box.Group is null ? box.Label : $"{box.Group} / {box.Label}")).Append("</title>");
        text.Append(FormattableString($"<rect x=\"{frame.Left:0.#}\" y=\"{frame.Top:0.#}\" width=\"{frame.Width:0.#}\" height=\"{BoxHeight}\" rx=\"{(box.Kind == DiagramNodeKind.Control ? 15 : 4)}\"/>"));
        text.Append(FormattableString($"<text text-anchor=\"middle\" x=\"{frame.Left + (frame.Width / 2):0.#}\" y=\"{frame.Top + 20:0.#}\">")).Append(Encode(Short(box.Label))).Append("</text></g>\n");
    }

    private static string FormattableString(System.FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Short(string label) => label.Length <= LongestLabel ? label : label.Substring(0, char.IsHighSurrogate(label[LongestLabel - 2]) ? LongestLabel - 2 : LongestLabel - 1) + "…";

    // A browser has no use for control characters, and some of them would end the document.
    private static string Encode(string text) => WebUtility.HtmlEncode(new string(text.Select(c => char.IsControl(c) ? ' ' : c).ToArray()));

    private readonly struct Frame
    {
        public Frame(double left, double top, double width)
        {
            Left = left;
            Top = top;
            Width = width;
        }

        public double Left { get; }

        public double Top { get; }

        public double Width { get; }
    }
}
