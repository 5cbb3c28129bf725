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
    /// <returns>The graph. A line for possible usages alone is marked as possible.</returns>
    public static DiagramGraph FromUsages(IReadOnlyCollection<UsageLink> links)
    {
        var graph = new DiagramGraph();
        foreach (var document in links.GroupBy(link => (Model: Key(link.ModelId), Document: Key(link.ConsumerId))))
        {
            var first = document.First();
            var model = graph.Node(document.Key.Model, () => Model(Name(first.ModelName, first.ModelId), first.ModelId));
            var consumer = graph.Node(Key(first.ConsumerId), () => Consumer(first));
            graph.Connect(model, consumer, Label(document, link => link.Used));
            foreach (
                var element in document
                    .Where(link => link.ElementId.Length + link.ElementName.Length > 0)
                    .GroupBy(link => Name(link.ElementId, link.ElementName)))
            {
                var node = graph.Node($"{document.Key.Document}\n{element.Key}", () => Element(element.First()));
                graph.Connect(consumer, node, Label(element, link => link.ColumnName));
            }
        }

        return graph;
    }

    private static DiagramNode Model(string name, string id) =>
        new(name, DiagramNodeKind.Element)
        {
            Section = "Data models",
            Id = id,
            Note = "data-model",
        };

    // A model that reads another model has one node, as a consumer and as a source.
    private static DiagramNode Consumer(UsageLink link)
    {
        var name = Name(link.ConsumerName, link.ConsumerId);
        var owner = link.Owner.Length > 0 ? $", {link.Owner}" : "";
        return link.ConsumerKind == "DataModel"
            ? Model(name, link.ConsumerId)
            : new DiagramNode($"{link.ConsumerKind} {name}{owner}", DiagramNodeKind.Control)
            {
                Section = "Workbooks and reports",
                Id = link.ConsumerId,
                Note = link.ConsumerKind,
            };
    }

    private static DiagramNode Element(UsageLink link) =>
        new(Name(link.ElementName, link.ElementId), DiagramNodeKind.Outside)
        {
            Section = "Elements that read the model",
            Id = link.ElementId,
            Note = "element",
        };

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
