using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Reports;

/// <summary>Usages as a graph: model, document, element.</summary>
public static class UsageDiagram
{
    private const int MostNames = 3;

    /// <summary>Draws each model, document and element once.</summary>
    /// <param name="links">The usages.</param>
    /// <returns>The graph. A line that only stands for possible usages is marked as possible.</returns>
    public static DiagramGraph FromUsages(IReadOnlyCollection<UsageLink> links)
    {
        var graph = new DiagramGraph();
        foreach (var document in links.GroupBy(link => (Model: Key(link.ModelId), Document: Key(link.ConsumerId))))
        {
            var first = document.First();
            var model = graph.Box(document.Key.Model, () => (Name(first.ModelName, first.ModelId), DiagramNodeKind.Element, null));
            var consumer = Consumer(graph, first);
            graph.Line(model, consumer, Label(document, link => link.Used));
            foreach (
                var element in document
                    .Where(link => link.ElementId.Length + link.ElementName.Length > 0)
                    .GroupBy(link => Name(link.ElementId, link.ElementName)))
            {
                var label = Name(element.First().ElementName, element.First().ElementId);
                var box = graph.Box($"{document.Key.Document}\n{element.Key}", () => (label, DiagramNodeKind.Outside, null));
                graph.Line(consumer, box, Label(element, link => link.ColumnName));
            }
        }

        return graph;
    }

    // A model that reads a model is one box, whether it is asked about or found.
    private static DiagramNode Consumer(DiagramGraph graph, UsageLink link) => graph.Box(Key(link.ConsumerId), () =>
    {
        var name = Name(link.ConsumerName, link.ConsumerId);
        return link.ConsumerKind == "DataModel"
            ? (name, DiagramNodeKind.Element, null)
            : ($"{link.ConsumerKind} {name}{(link.Owner.Length > 0 ? $", {link.Owner}" : "")}", DiagramNodeKind.Control, null);
    });

    private static string Label(IEnumerable<UsageLink> links, Func<UsageLink, string> name)
    {
        var all = links.ToList();
        var names = all.Select(name).Where(text => text.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var shown = string.Join(", ", names.Take(MostNames)) + (names.Count > MostNames ? $" and {names.Count - MostNames} more" : "");
        var possible = all.Any(link => link.IsCertain) ? "" : "possible";
        return string.Join(" ", new[] { possible, shown }.Where(text => text.Length > 0));
    }

    private static string Name(string name, string id) => name.Length > 0 ? name : id;

    private static string Key(string id) => id.ToUpperInvariant();
}
