using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Reports;

/// <summary>One model as a graph: its elements by page, what they read, how they are joined and related, what controls filter.</summary>
public static class SpecDiagram
{
    /// <summary>Draws.</summary>
    /// <param name="document">The model.</param>
    /// <returns>The graph.</returns>
    public static DiagramGraph FromDocument(SpecDocument document)
    {
        var graph = new DiagramGraph();
        var names = new DisplayNames(document);
        var boxes = new Dictionary<string, DiagramNode>(System.StringComparer.Ordinal);
        foreach (var page in document.Pages.OfType<JsonObject>())
        {
            foreach (var element in ElementIds.Objects(page, "elements"))
            {
                var id = ElementIds.Id(element);
                boxes[id] = graph.Box("element " + id, () =>
                    (
                        names.OfElement(element),
                        element.Text("kind") == "control" ? DiagramNodeKind.Control : DiagramNodeKind.Element,
                        names.Of(page)));
            }
        }

        foreach (var element in document.Elements)
        {
            var box = boxes[ElementIds.Id(element)];
            Sources(graph, boxes, element["source"], box, "");
            foreach (var relationship in ElementIds.Objects(element, "relationships"))
            {
                if (boxes.TryGetValue(relationship.Text("targetElementId") ?? "", out var target))
                {
                    graph.Line(target, box, names.Of(relationship), isDotted: true);
                }
            }

            foreach (
                var filter in element.Text("kind") == "control" ? ElementIds.Objects(element, "filters") : Enumerable.Empty<JsonObject>())
            {
                if (boxes.TryGetValue(filter.Object("source")?.Text("elementId") ?? "", out var target))
                {
                    graph.Line(box, target, "filters", isDotted: true);
                }
            }
        }

        return graph;
    }

    // Wherever a source may stand: alone, in a join's legs, in a union, in a transposition, in a control.
    private static void Sources(DiagramGraph graph, Dictionary<string, DiagramNode> boxes, JsonValue? value, DiagramNode reader, string how)
    {
        if (value is JsonArray items)
        {
            foreach (var item in items)
            {
                Sources(graph, boxes, item, reader, how);
            }
        }
        else if (value is JsonObject source)
        {
            if (Read(graph, boxes, source) is { } read)
            {
                graph.Line(read, reader, how);
                return;
            }

            var kind = source.Text("kind") is "join" or "union" or "transpose" ? source.Text("kind")! : how;
            foreach (var member in source.Where(member => member.Name != "primarySource"))
            {
                Sources(
                    graph,
                    boxes,
                    member.Value,
                    reader,
                    member.Name == "right" && source.Text("joinType") is { } join ? join + " join" : kind);
            }
        }
    }

    private static DiagramNode? Read(DiagramGraph graph, Dictionary<string, DiagramNode> boxes, JsonObject source) =>
        source.Text("kind") switch
        {
            "table" => boxes.TryGetValue(source.Text("elementId") ?? "", out var element) ? element : null,
            "warehouse-table" or "metric-view" or "semantic-view" => graph.Box(
                "table " + source.Text("connectionId") + " " + Path(source),
                () => (Path(source), DiagramNodeKind.Warehouse, null)),
            "sql" => graph.Box("sql " + source.Text("connectionId") + " " + source.Text("statement"), () =>
                ("Custom SQL", DiagramNodeKind.Warehouse, null)),
            "data-model" => graph.Box("model " + source.Text("dataModelId") + " " + source.Text("elementId"), () =>
                ($"element {source.Text("elementId")} of model {source.Text("dataModelId")}", DiagramNodeKind.Outside, null)),
            "csv-table" => graph.Box("csv " + source.Text("inodeId"), () =>
                ("CSV table " + source.Text("inodeId"), DiagramNodeKind.Warehouse, null)),

            // A kind that the module does not know is shown too, by its path where it has one.
            { } kind when source.Has("connectionId") => graph.Box(kind + " " + source.Text("connectionId") + " " + Path(source), () =>
                (Path(source) is { Length: > 0 } path ? path : kind, DiagramNodeKind.Warehouse, null)),
            _ => null,
        };

    private static string Path(JsonObject source) =>
        string.Join(".", (source.Array("path") ?? new JsonArray()).OfType<JsonString>().Select(step => step.Value));
}
