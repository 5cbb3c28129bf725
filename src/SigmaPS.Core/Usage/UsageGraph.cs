using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>The dependencies among the items of all models, and what depends on a set of them.</summary>
internal sealed class UsageGraph
{
    private readonly ModelCatalog _catalog;
    private readonly ElementLookup _lookup;
    private readonly Lazy<ILookup<UsageItem, ModelEdge>> _readers;

    public UsageGraph(ModelCatalog catalog)
    {
        _catalog = catalog;
        _lookup = new ElementLookup(catalog);
        _readers = new Lazy<ILookup<UsageItem, ModelEdge>>(() =>
            catalog.All.SelectMany(model => ModelEdges.Of(model, catalog)).Distinct().ToLookup(edge => edge.Target));
    }

    /// <summary>The edges that end at an item.</summary>
    public IEnumerable<ModelEdge> ReadersOf(UsageItem item) => _readers.Value[item];

    /// <summary>All edges.</summary>
    public IEnumerable<ModelEdge> Edges => _readers.Value.SelectMany(group => group);

    /// <summary>An item with everything that it contains.</summary>
    public IEnumerable<UsageItem> Contents(UsageItem item)
    {
        yield return item;
        if (_catalog.Find(item.ModelId, item.TagId) is not { } model || item.Kind is not (UsageItemKind.Model or UsageItemKind.Element))
        {
            yield break;
        }

        foreach (var element in model.Elements.Where(element => item.Kind == UsageItemKind.Model || element.Id == item.ElementId))
        {
            foreach (var inner in Contents(model, element))
            {
                yield return inner;
            }
        }

        foreach (var control in model.Controls.Where(control => item.Kind == UsageItemKind.Model || control.ElementId == item.ElementId))
        {
            yield return new UsageItem(UsageItemKind.Control, model.ModelId, null, control.ControlId, model.TagId);
        }
    }

    /// <summary>Everything that depends on some items. Certain ways come first; a way is as certain as its least certain step.</summary>
    /// <param name="seeds">The items with their contents, and whether it is certain that each is asked for.</param>
    /// <param name="stays">Items of the changed model that no longer read what they did; null for none.</param>
    public ReachedItems Reach(IEnumerable<(UsageItem Item, bool IsCertain)> seeds, Func<ModelEdge, bool>? stays = null)
    {
        var reached = new Dictionary<UsageItem, Reach>();
        foreach (var (seed, isCertain) in seeds)
        {
            reached[seed] = new Reach(isCertain || (reached.TryGetValue(seed, out var known) && known.IsCertain), seed, null);
        }

        Spread(
            reached,
            edge => edge.IsCertain && edge.Reader.Kind != UsageItemKind.Element && stays?.Invoke(edge) != true,
            isCertain: true);

        // An element whose source or join key reads a seed is a certain consumer. Consumers of that element are possible ones.
        var structural = reached.Keys.ToList().SelectMany(ReadersOf).Where(edge => edge.Reader.Kind == UsageItemKind.Element);
        foreach (var edge in structural.Where(edge => !reached.ContainsKey(edge.Reader) && stays?.Invoke(edge) != true).ToList())
        {
            var isCertain = edge.IsCertain && reached[edge.Target].IsCertain;
            if (!reached.TryGetValue(edge.Reader, out var known) || (isCertain && !known.IsCertain))
            {
                reached[edge.Reader] = new Reach(isCertain, reached[edge.Target].Seed, edge.Target);
            }
        }

        Spread(reached, edge => stays?.Invoke(edge) != true, isCertain: false);
        return new ReachedItems(reached, new HashSet<UsageItem>(reached.Keys.SelectMany(Offering)));
    }

    private void Spread(Dictionary<UsageItem, Reach> reached, Func<ModelEdge, bool> passes, bool isCertain)
    {
        var open = new Queue<UsageItem>(reached.Where(item => !isCertain || item.Value.IsCertain).Select(item => item.Key).ToList());
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            foreach (var edge in ReadersOf(at).Where(edge => passes(edge) && !reached.ContainsKey(edge.Reader)))
            {
                reached[edge.Reader] = new Reach(isCertain, reached[at].Seed, at);
                open.Enqueue(edge.Reader);
            }
        }
    }

    // The elements through which an item is offered: its own, and for a metric those that inherit it.
    private IEnumerable<UsageItem> Offering(UsageItem item)
    {
        if (item.Kind
            is UsageItemKind.Column
            or UsageItemKind.Element
            or UsageItemKind.ElementName
            or UsageItemKind.Relationship
            or UsageItemKind.Grouping)
        {
            return new[] { item.Element };
        }

        if (
            item.Kind != UsageItemKind.Metric
            || _catalog.Find(item.ModelId, item.TagId)?.Element(item.ElementId)?.Metrics.FirstOrDefault(metric => metric.Id == item.ItemId)
                is not { } found)
        {
            return Enumerable.Empty<UsageItem>();
        }

        return _catalog.All.SelectMany(model =>
            model
                .Elements.Where(element => _lookup.Metrics(model, element, found.Name).Any(reading => reading[0].Target == item))
                .Select(element => ElementLookup.Item(model, UsageItemKind.Element, element, null)));
    }

    private static IEnumerable<UsageItem> Contents(ModelSnapshot model, ModelElement element)
    {
        yield return ElementLookup.Item(model, UsageItemKind.Element, element, null);
        yield return ElementLookup.Item(model, UsageItemKind.ElementName, element, null);
        foreach (var column in element.Columns)
        {
            yield return ElementLookup.Item(model, UsageItemKind.Column, element, column.Id);
        }

        foreach (var metric in element.Metrics)
        {
            yield return ElementLookup.Item(model, UsageItemKind.Metric, element, metric.Id);
        }

        foreach (var relationship in element.Relationships)
        {
            yield return ElementLookup.Item(model, UsageItemKind.Relationship, element, relationship.Id);
        }
    }
}
