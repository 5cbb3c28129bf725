using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Finds the consumers of items of models. Documents are read from the index one by one, so that memory does not grow with them.
/// </summary>
public sealed class UsageIndex
{
    private readonly ModelCatalog _catalog;
    private readonly ListedDocuments _heads;
    private readonly UsageEntries _entries;
    private readonly DocumentCollector _documents;
    private readonly UsageGraph _graph;
    private readonly IReadOnlyList<UncheckedDocument> _unchecked;
    private readonly ConcurrentDictionary<DocumentKey, UncheckedDocument> _lost = new();

    internal UsageIndex(
        ModelCatalog catalog,
        ListedDocuments heads,
        UsageEntries entries,
        DocumentCollector documents,
        IReadOnlyList<UncheckedDocument> notChecked,
        int requests)
    {
        _catalog = catalog;
        _heads = heads;
        _entries = entries;
        _documents = documents;
        _graph = new UsageGraph(catalog);
        _unchecked = notChecked;
        Requests = requests;
    }

    /// <summary>The documents that could not be checked: they are never counted as unaffected.</summary>
    public IReadOnlyList<UncheckedDocument> Unchecked => _lost.IsEmpty ? _unchecked : _unchecked.Concat(_lost.Values).ToList();

    /// <summary>How many documents were checked.</summary>
    public int CheckedCount =>
        _heads.Models.Count + _heads.Documents.Count - Unchecked.Count(document => document.Id.Length > 0 && IsListed(document));

    /// <summary>How many requests the scan took.</summary>
    public int Requests { get; }

    /// <summary>Finds the consumers of items, in the published version and in every tagged one.</summary>
    /// <param name="items">The items, without tags.</param>
    /// <returns>The usages, certain ones first in each document.</returns>
    public IEnumerable<UsageRecord> Find(IReadOnlyCollection<UsageItem> items)
    {
        var tags = _catalog.All.Select(model => (model.ModelId, model.TagId)).ToLookup(model => model.ModelId, model => model.TagId);
        var seeds = items.SelectMany(item =>
            tags[item.ModelId]
                .DefaultIfEmpty(null)
                .Union(new string?[] { null })
                .SelectMany(tag => _graph.Contents(item with { TagId = tag })));
        return Find(seeds.Distinct().Select(seed => (seed, true)).ToList(), null);
    }

    /// <summary>Finds the consumers that lose what they read in the version of the items; other versions do not change.</summary>
    /// <param name="items">The items that are taken away, and whether that is certain.</param>
    /// <param name="tagId">The tag that moves; null where the published version changes.</param>
    /// <param name="stays">Whether a reader of that version still works: it has a new formula, or finds its item by name.</param>
    /// <returns>The usages.</returns>
    internal IEnumerable<UsageRecord> FindBroken(
        IReadOnlyCollection<(UsageItem Item, bool IsCertain)> items, string? tagId, Func<ModelEdge, bool> stays)
    {
        var all = items.SelectMany(item => _graph.Contents(item.Item).Select(inner => (inner, item.IsCertain))).ToList();
        return Find(all, edge => edge.Reader.TagId == tagId && stays(edge));
    }

    /// <summary>The version tags of a model that a consumer reads.</summary>
    /// <param name="modelId">The model.</param>
    /// <returns>Their IDs.</returns>
    internal IReadOnlyList<string> TagsOf(string modelId) =>
        _catalog.All.Where(model => Names.Same(model.ModelId, modelId)).Select(model => model.TagId).OfType<string>().ToList();

    /// <summary>The name that Sigma shows for an item; null where it is not known, or only inferred.</summary>
    /// <param name="item">An element, column or metric.</param>
    /// <returns>The name.</returns>
    internal string? NameOf(UsageItem item)
    {
        var element = _catalog.Find(item.ModelId, null)?.Element(item.ElementId);
        var own = (item.Kind == UsageItemKind.Metric ? element?.Metrics : element?.Columns)?.FirstOrDefault(inner =>
            inner.Id == item.ItemId);
        return item.ItemId is null
            ? element is { IsNameCertain: true }
                ? element.Name
                : null
            : own is { IsNameCertain: true }
                ? own.Name
                : null;
    }

    /// <summary>The columns and metrics of a model that nobody reads.</summary>
    /// <param name="modelId">The model.</param>
    /// <returns>Each with the certainty of that; empty where the model could not be read.</returns>
    public IReadOnlyList<UnusedItem> FindUnused(string modelId)
    {
        var records = Records(modelId).ToList();
        return UnusedItems.Find(modelId, _catalog, _graph, records, Unchecked.Count > 0);
    }

    /// <summary>The ID of a model that a person names.</summary>
    /// <param name="text">UUID, short ID, address or name.</param>
    /// <returns>The UUID.</returns>
    /// <exception cref="SigmaEngineException">No listed model, or more than one, has that name.</exception>
    public string ModelOf(string text)
    {
        var named = EscapedName.Readings(text)
            .Select(reading => _heads.Models.Where(model => Names.Same(model.Head.Name, reading)).Select(model => model.Head).ToList())
            .FirstOrDefault(found => found.Count > 0) ?? new List<DocumentHead>();
        return named.Count switch
        {
            1 => named[0].Key.Id,
            0 when DataModelId.TryParse(text, out var id) => id,
            0 => throw new SigmaEngineException(ErrorCode.ModelNotFound, $"No data model is listed under the name '{text}'.")
            { Target = text },
            _ => throw ModelNameErrors.Ambiguous(text, named.Select(head => (head.Key.Id, head.Path)).ToList()),
        };
    }

    /// <summary>The names of all listed data models.</summary>
    public IReadOnlyList<string> ModelNames => _heads.Models.Select(model => model.Head.Name).ToList();

    /// <summary>The element, column, metric or control of a name or ID.</summary>
    /// <param name="modelId">The model.</param>
    /// <returns>Its items with their names; empty where the model could not be read.</returns>
    public IReadOnlyList<NamedItem> Items(string modelId) =>
        _catalog.Find(modelId, null) is { } model ? NamedItem.Of(model).ToList() : Array.Empty<NamedItem>();

    /// <summary>The models that read a model, directly or through other models, in their published version.</summary>
    /// <param name="modelId">The model.</param>
    /// <returns>Their IDs in a stable order, without the model itself.</returns>
    internal IReadOnlyList<string> ModelsOver(string modelId)
    {
        var models = Above(modelId, publishedOnly: true);
        models.Remove(modelId);
        return models.OrderBy(id => id, StringComparer.Ordinal).ToList();
    }

    private bool IsListed(UncheckedDocument document) => document.Kind == ConsumerKind.DataModel
        ? _heads.Models.Any(model => model.Head.Key.Id == document.Id)
        : _heads.Documents.Any(head => head.Key.Id == document.Id);

    private IEnumerable<UsageRecord> Find(IReadOnlyCollection<(UsageItem Item, bool IsCertain)> seeds, Func<ModelEdge, bool>? stays)
    {
        var names = _heads.Models.ToDictionary(model => model.Head.Key.Id, model => model.Head.Name, StringComparer.OrdinalIgnoreCase);
        return Usages(seeds, stays)
            .Select(usage =>
                usage with
                {
                    ModelName = usage.Target is { } target && names.TryGetValue(target.ModelId, out var name) ? name : "",
                });
    }

    private IEnumerable<UsageRecord> Usages(IReadOnlyCollection<(UsageItem Item, bool IsCertain)> seeds, Func<ModelEdge, bool>? stays)
    {
        var reached = _graph.Reach(seeds, stays);
        var own = new HashSet<string>(seeds.Select(seed => seed.Item.ModelId), StringComparer.OrdinalIgnoreCase);
        var text = new ItemText(_catalog, _documents.TagNameOf);
        foreach (var record in ModelConsumers.Find(reached, own, _catalog, _heads.Models, text))
        {
            yield return record;
        }

        var models = new HashSet<(string, string?)>(reached.Items.Keys.Select(item => (item.ModelId, item.TagId)));
        foreach (var head in _heads.Documents)
        {
            if (
                _documents.ModelsOf(head)?.Any(stamp => models.Contains((stamp.ModelId, stamp.TagId))) != true
                || BodyOf(head) is not { } body)
            {
                continue;
            }

            foreach (var record in DocumentConsumers.Find(head, body, reached, text))
            {
                yield return record;
            }
        }
    }

    // The documents that can read a model: directly, or a model over it. A reader of a tagged version counts too.
    private IEnumerable<DocumentRecord> Records(string modelId)
    {
        var models = Above(modelId, publishedOnly: false);
        return _heads
            .Documents.Where(head => _documents.ModelsOf(head)?.Any(stamp => models.Contains(stamp.ModelId)) == true)
            .Select(BodyOf)
            .OfType<DocumentRecord>();
    }

    // Another process can clear the index meanwhile, and a crash of the computer can cut an entry off: such a document is not unaffected.
    private DocumentRecord? BodyOf(DocumentHead head)
    {
        var name = UsageEntries.NameOf(head.Key.Kind, head.Key.Id, null);
        if (_entries.ReadBody<DocumentRecord>(name) is { } body)
        {
            return body;
        }

        _entries.Discard(name);
        _lost[head.Key] = new UncheckedDocument(
            head.Key.Kind,
            head.Key.Id,
            head.Name,
            "its entry in the usage index was removed or damaged; run the command again");
        return null;
    }

    // The model and all that read it, directly or through others.
    private HashSet<string> Above(string modelId, bool publishedOnly)
    {
        var models = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { modelId };
        for (var before = 0; before != models.Count;)
        {
            before = models.Count;
            models.UnionWith(
                _catalog
                    .All.Where(model =>
                        IsMeant(model.TagId)
                        && model.Upstream().Any(upstream => IsMeant(upstream.TagId) && models.Contains(upstream.ModelId)))
                    .Select(model => model.ModelId));
        }

        bool IsMeant(string? tag) => tag is null || !publishedOnly;
        return models;
    }
}
