using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>One model as a graph: its elements by page, their sources, joins and relationships, and the elements that controls
/// filter.</summary>
public static class SpecDiagram
{
    /// <summary>Draws the elements and their sources.</summary>
    /// <param name="document">The model.</param>
    /// <returns>The graph.</returns>
    public static DiagramGraph FromDocument(SpecDocument document)
    {
        var graph = new DiagramGraph();
        Draw(graph, document, new DisplayNames(document));
        return graph;
    }

    /// <summary>Draws the elements with their columns, and the columns that each formula reads.</summary>
    /// <param name="document">The model.</param>
    /// <param name="live">Its display names, if Sigma listed them; null to infer them.</param>
    /// <returns>The graph.</returns>
    public static DiagramGraph WithColumns(SpecDocument document, DisplayNames? live = null)
    {
        var graph = new DiagramGraph();
        var names = live ?? new DisplayNames(document);
        new DiagramColumns(document, names, Draw(graph, document, names)).Add();
        return graph;
    }

    private static DiagramSources Draw(DiagramGraph graph, SpecDocument document, DisplayNames names)
    {
        var sources = new DiagramSources(graph);
        foreach (var page in document.Pages.OfType<JsonObject>())
        {
            foreach (var element in ElementIds.Objects(page, "elements"))
            {
                var id = ElementIds.Id(element);
                sources.AddElement(id, graph.Node("element " + id, () => Element(element, page, names)));
            }
        }

        foreach (var element in document.Elements)
        {
            Connect(graph, sources, element, names);
        }

        return sources;
    }

    private static DiagramNode Element(JsonObject element, JsonObject page, DisplayNames names)
    {
        var kind = element.Text("kind") ?? "";
        return new DiagramNode(names.OfElement(element), kind == "control" ? DiagramNodeKind.Control : DiagramNodeKind.Element)
        {
            Group = names.Of(page),
            GroupId = ElementIds.Id(page),
            Id = ElementIds.Id(element),
            Note = kind,
        };
    }

    private static void Connect(DiagramGraph graph, DiagramSources sources, JsonObject element, DisplayNames names)
    {
        var node = sources.Element(ElementIds.Id(element))!;
        sources.Connect(element["source"], node);
        foreach (var relationship in ElementIds.Objects(element, "relationships"))
        {
            if (sources.Element(relationship.Text("targetElementId")) is { } target)
            {
                graph.Connect(target, node, names.Of(relationship), isDotted: true);
            }
        }

        if (element.Text("kind") != "control")
        {
            return;
        }

        foreach (var filter in ElementIds.Objects(element, "filters"))
        {
            if (sources.Element(filter.Object("source")?.Text("elementId")) is { } target)
            {
                graph.Connect(node, target, "filters", isDotted: true);
            }
        }
    }
}
