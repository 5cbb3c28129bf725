using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Usage;

/// <summary>Keeps the snapshots of the models up to date. A model is read again when its state changed, or when a model that it reads did.</summary>
internal sealed class ModelCollector
{
    private readonly SigmaClient _client;
    private readonly UsageEntries _entries;
    private readonly ModelCatalog _catalog;
    private readonly RequestBudget _budget;
    private readonly UsageOptions _options;
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), UncheckedDocument> _unchecked = new();
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), string> _bodies = new();
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), IReadOnlyList<ModelStamp>> _recorded = new();
    private readonly ConcurrentDictionary<string, DocumentKey> _keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(string ModelId, string? TagId), string> _signatures = new();
    private Dictionary<string, ListedModel> _listed = new(StringComparer.OrdinalIgnoreCase);
    private int _read;

    public ModelCollector(SigmaClient client, UsageEntries entries, ModelCatalog catalog, RequestBudget budget, UsageOptions options)
    {
        _client = client;
        _entries = entries;
        _catalog = catalog;
        _budget = budget;
        _options = options;
    }

    /// <summary>How many models were read from the service.</summary>
    public int Read => _read;

    /// <summary>The models that could not be read.</summary>
    public IEnumerable<UncheckedDocument> Unchecked => _unchecked.Values;

    public async Task UpdateAsync(IReadOnlyList<ListedModel> models, CancellationToken cancel)
    {
        _listed = models.ToDictionary(model => model.Head.Key.Id, StringComparer.OrdinalIgnoreCase);
        await LoadAsync(models.Select(model => (model.Head.Key.Id, (string?)null)), cancel).ConfigureAwait(false);

        // What a model reads can be a tagged version, or a model that no list shows.
        for (var missing = MissingUpstream(); missing.Count > 0; missing = MissingUpstream())
        {
            await LoadAsync(missing, cancel).ConfigureAwait(false);
        }

        await ReadStaleAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Makes sure that models are in the catalog where they can be read.</summary>
    public Task EnsureAsync(IEnumerable<(string ModelId, string? TagId)> models, CancellationToken cancel) =>
        LoadAsync(models.Where(model => !_bodies.ContainsKey(model) && !_unchecked.ContainsKey(model)).ToList(), cancel);

    /// <summary>The state of a model with everything that it reads; empty where it could not be read.</summary>
    public string SignatureOf(string modelId, string? tagId)
    {
        lock (_signatures)
        {
            return Signature((modelId, tagId), new HashSet<(string, string?)>());
        }
    }

    public string? TagNameOf(string modelId, string tagId) =>
        _listed.TryGetValue(modelId, out var model) && model.TagNames.TryGetValue(tagId, out var name) ? name : null;

    private List<(string ModelId, string? TagId)> MissingUpstream() => _catalog.All.SelectMany(snapshot => snapshot.Upstream()).Distinct()
        .Where(model => !_bodies.ContainsKey(model) && !_unchecked.ContainsKey(model)).ToList();

    private Task LoadAsync(IEnumerable<(string ModelId, string? TagId)> models, CancellationToken cancel) =>
        Parallel5.ForEachAsync(models, model => LoadAsync(model, cancel), cancel);

    private async Task LoadAsync((string ModelId, string? TagId) model, CancellationToken cancel)
    {
        var key = await KeyAsync(model, cancel).ConfigureAwait(false);
        if (key is null)
        {
            return;
        }

        var name = UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId);
        var isKnown = _keys.TryGetValue(name, out var known) && known == key;
        if (isKnown)
        {
            return;
        }

        var header = _options.Refresh && known is null ? null : _entries.ReadHeader(name);
        if (header?.Key == key && _entries.ReadBody<ModelSnapshot>(name) is { } snapshot)
        {
            Keep(model, name, key, snapshot, header.Models);
            return;
        }

        await ReadAsync(model, name, key, cancel).ConfigureAwait(false);
    }

    // A listed model has its state in the list; one that no list shows is asked for by its ID.
    private async Task<DocumentKey?> KeyAsync((string ModelId, string? TagId) model, CancellationToken cancel)
    {
        if (_listed.TryGetValue(model.ModelId, out var listed))
        {
            if (model.TagId is null)
            {
                return listed.Head.Key;
            }

            return listed.TaggedVersions.TryGetValue(model.TagId, out var version)
                ? new DocumentKey(ConsumerKind.DataModel, model.ModelId, version, "", model.TagId)
                : Fail(model, listed.Head.Name, "the version tag that is read does not exist");
        }

        try
        {
            _budget.Take();
            var entry = await _client.GetDataModelAsync(model.ModelId, cancel).ConfigureAwait(false);
            return entry.IsArchived ? Fail(model, entry.Name, "the data model is in the trash")
                : model.TagId is not null ? Fail(model, entry.Name, "a tagged version of a data model that is not listed cannot be read")
                : new DocumentKey(ConsumerKind.DataModel, model.ModelId, entry.LatestVersion, entry.UpdatedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "", "");
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            return Fail(model, model.ModelId, e.Message);
        }
    }

    private async Task ReadAsync((string ModelId, string? TagId) model, string name, DocumentKey key, CancellationToken cancel)
    {
        try
        {
            Interlocked.Increment(ref _read);
            var tagName = model.TagId is null ? null : TagNameOf(model.ModelId, model.TagId);
            long? version = model.TagId is null ? null : key.LatestVersion;
            var snapshot = await ModelReader.ReadAsync(_client, _budget, model.ModelId, model.TagId, tagName, version, cancel).ConfigureAwait(false);
            Keep(model, name, key, snapshot, null);
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            Fail(model, _listed.TryGetValue(model.ModelId, out var listed) ? listed.Head.Name : model.ModelId, e.Message);
        }
    }

    private void Keep((string ModelId, string? TagId) model, string name, DocumentKey key, ModelSnapshot snapshot, IReadOnlyList<ModelStamp>? recorded)
    {
        lock (_signatures)
        {
            _keys[name] = key;
            _catalog.Set(snapshot);
            _bodies[model] = UsageEntries.Write(snapshot);
            _unchecked.TryRemove(model, out _);
            _signatures.Clear();
            if (recorded is null)
            {
                _recorded.TryRemove(model, out _);
            }
            else
            {
                _recorded[model] = recorded;
            }
        }
    }

    private DocumentKey? Fail((string ModelId, string? TagId) model, string name, string reason)
    {
        lock (_signatures)
        {
            _unchecked[model] = new UncheckedDocument(ConsumerKind.DataModel, model.ModelId, name, reason);
            _bodies.TryRemove(model, out _);
            _recorded.TryRemove(model, out _);
            _keys.TryRemove(UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId), out _);
            _catalog.Remove(model.ModelId, model.TagId);
            _signatures.Clear();
        }

        return null;
    }

    // Sigma may print a model's formulas anew when a model that it reads changes, without a new version of its own.
    private async Task ReadStaleAsync(CancellationToken cancel)
    {
        for (var round = 0; round < 8; round++)
        {
            var stale = _recorded.Where(entry => entry.Value.Any(stamp => stamp.Signature != SignatureOf(stamp.ModelId, stamp.TagId))).Select(entry => entry.Key).ToList();
            if (stale.Count == 0)
            {
                break;
            }

            // Only the lowest ones of a chain: those above them may turn out to be unchanged.
            var lowest = stale.Where(model => !_catalog.Find(model.ModelId, model.TagId)!.Upstream().Any(stale.Contains)).ToList();
            await Parallel5.ForEachAsync(lowest.Count > 0 ? lowest : stale, model => ReadAgainAsync(model, cancel), cancel).ConfigureAwait(false);
        }

        foreach (var model in _bodies.Keys.Where(model => !_recorded.ContainsKey(model)).ToList())
        {
            Save(model);
        }
    }

    private Task ReadAgainAsync((string ModelId, string? TagId) model, CancellationToken cancel)
    {
        var name = UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId);
        return ReadAsync(model, name, _keys[name], cancel);
    }

    private void Save((string ModelId, string? TagId) model)
    {
        var name = UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId);
        var stamps = _catalog.Find(model.ModelId, model.TagId)!.Upstream().Select(upstream => new ModelStamp(upstream.ModelId, upstream.TagId, SignatureOf(upstream.ModelId, upstream.TagId))).ToList();
        _entries.Save(name, new UsageEntryHeader(UsageEntries.Format, _keys[name], stamps), _bodies[model]);
        _recorded[model] = stamps;
    }

    private string Signature((string ModelId, string? TagId) model, HashSet<(string, string?)> path)
    {
        if (_signatures.TryGetValue(model, out var known))
        {
            return known;
        }

        if (!_bodies.TryGetValue(model, out var body) || !path.Add(model))
        {
            return "";
        }

        var upstream = _catalog.Find(model.ModelId, model.TagId)!.Upstream().OrderBy(entry => entry.ModelId, StringComparer.Ordinal).ThenBy(entry => entry.TagId, StringComparer.Ordinal).ToList();
        var signature = UsageEntries.Hash(body + string.Concat(upstream.Select(entry => Signature(entry, path))));
        path.Remove(model);

        // Inside a cycle the value depends on where one starts; only the outermost one is kept.
        if (path.Count == 0)
        {
            _signatures[model] = signature;
        }

        return signature;
    }
}
