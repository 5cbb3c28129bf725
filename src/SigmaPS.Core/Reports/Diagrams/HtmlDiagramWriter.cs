using System.Linq;
using System.Text;

namespace SigmaPS.Core.Reports;

/// <summary>
/// A graph as one HTML page for any browser: an outline to fold and search, and a drawing. It loads nothing, and its policy blocks all
/// requests. Without scripts, the page still shows everything.
/// </summary>
public static class HtmlDiagramWriter
{
    private const string Tools =
        """
        <div role="search" class="scripted">
        <input type="search" id="query" aria-label="Search names, IDs and formulas" placeholder="Search names, IDs and formulas"
          aria-keyshortcuts="/" aria-describedby="hits" autocomplete="off" spellcheck="false"/>
        <output id="hits" for="query"></output>
        <button type="button" id="previous" aria-label="Previous match" title="Previous match (Shift+Enter)">&#8593;</button>
        <button type="button" id="next" aria-label="Next match" title="Next match (Enter)">&#8595;</button>
        </div>
        <div class="scripted">
        <button type="button" id="unfold">Unfold all</button>
        <button type="button" id="fold">Fold all</button>
        </div>

        """;

    private const string Zoom =
        """
        <div id="zoom" class="scripted" role="group" aria-label="Diagram size">
        <button type="button" id="whole" aria-pressed="false" hidden="hidden">Whole model</button>
        <button type="button" id="smaller" aria-label="Smaller" title="Smaller (-)">&#8722;</button>
        <button type="button" id="fit" title="Fit (0)">Fit</button>
        <button type="button" id="larger" aria-label="Larger" title="Larger (+)">+</button>
        </div>

        """;

    private const string Legend =
        """
        <footer>
        <p id="legend"><span class="element">element or model</span> <span class="control">control or document</span>
        <span class="warehouse">table or statement</span> <span class="outside">outside the diagram</span>
        <span class="dotted">relationship or filter</span></p>
        <p class="scripted"><kbd>/</kbd> search <kbd>&#8593;</kbd> <kbd>&#8595;</kbd> <kbd>&#8592;</kbd> <kbd>&#8594;</kbd> outline
        <kbd>Enter</kbd> follow <kbd>Backspace</kbd> back <kbd>Esc</kbd> clear</p>
        </footer>

        """;

    /// <summary>Writes the page.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="title">Its title.</param>
    /// <returns>HTML with LF and a final newline.</returns>
    public static string Write(DiagramGraph graph, string title)
    {
        var text = new StringBuilder();
        WriteHead(text, HtmlText.Encode(title));
        text.Append("<body>\n<header>\n<h1>").Append(HtmlText.Encode(title)).Append("</h1>\n<p id=\"counts\">")
            .Append(HtmlText.Encode(Describe(graph))).Append("</p>\n").Append(Tools).Append("</header>\n<main>\n<nav id=\"outline\">\n");
        new HtmlOutline(text, graph).Write();
        text.Append("</nav>\n<section id=\"panel\" aria-label=\"Selected item\" hidden=\"hidden\"></section>\n").Append(Zoom)
            .Append("<section id=\"drawing\" aria-label=\"Diagram\" tabindex=\"0\">\n");
        SvgDrawing.Write(text, graph);
        text.Append("</section>\n</main>\n").Append(Legend).Append("<script>").Append(PageAsset.Script.Text);
        return text.Append("</script>\n</body>\n</html>\n").ToString();
    }

    private static void WriteHead(StringBuilder text, string title) =>
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
            .Append($"script-src '{PageAsset.Script.Hash}'; style-src '{PageAsset.Style.Hash}'; ")
            .Append("base-uri 'none'; form-action 'none'\"/>\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
            .Append("<meta name=\"referrer\" content=\"no-referrer\"/>\n<title>")
            .Append(title)
            .Append("</title>\n<style>")
            .Append(PageAsset.Style.Text)
            .Append("</style>\n</head>\n");

    private static string Describe(DiagramGraph graph)
    {
        var items = graph.Nodes.SelectMany(node => node.Items).ToList();
        var inPages = graph.Nodes.Where(node => node.Group is not null).ToList();
        var counts = new[]
        {
            Counted.Describe(inPages.Select(node => (node.GroupId, node.Group)).Distinct().Count(), "page"),
            Counted.Describe(inPages.Count(node => node.Kind == DiagramNodeKind.Element), "element"),
            Counted.Describe(inPages.Count(node => node.Kind == DiagramNodeKind.Control), "control"),
            Counted.Describe(items.Count(item => item.Kind == DiagramItemKind.Column), "column"),
            Counted.Describe(items.Count(item => item.Kind == DiagramItemKind.Metric), "metric"),
        };
        var others = graph.Nodes.Where(node => node.Group is null).GroupBy(node => node.Section)
            .Select(group => HtmlText.Format($"{group.Key}: {group.Count():N0}"));
        return string.Join(", ", counts.Where(count => count.Length > 0).Concat(others));
    }
}
