using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Keeps the snapshots of the models up to date. A model is read again when its state changed, or when a model that it reads did.
/// </summary>
internal sealed class ModelCollector
{
    private readonly SigmaClient _client;
    private readonly UsageEntries _entries;
    private readonly ModelCatalog _catalog;
    private readonly RequestBudget _budget;
    private readonly UsageOptions _options;
    private readonly ModelStates _states;
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), Lazy<Task>> _loading = new();
    private Dictionary<string, ListedModel> _listed = new(StringComparer.OrdinalIgnoreCase);
    private int _read;

    public ModelCollector(SigmaClient client, UsageEntries entries, ModelCatalog catalog, RequestBudget budget, UsageOptions options)
    {
        _client = client;
        _entries = entries;
        _catalog = catalog;
        _budget = budget;
        _options = options;
        _states = new ModelStates(entries, catalog);
    }

    /// <summary>How many models were read from the service.</summary>
    public int Read => _read;

    /// <summary>The models that could not be read.</summary>
    public IEnumerable<UncheckedDocument> Unchecked => _states.Unchecked;

    public async Task UpdateAsync(IReadOnlyList<ListedModel> models, CancellationToken cancel)
    {
        _listed = models.ToDictionary(model => model.Head.Key.Id, StringComparer.OrdinalIgnoreCase);
        var published = models.Select(model => (model.Head.Key.Id, (string?)null));

        // A tag that a document named in an earlier round may have moved since.
        await LoadAsync(published.Union(_states.Known), cancel).ConfigureAwait(false);

        // A model can read a tagged version, or a model that no list shows.
        for (var missing = MissingUpstream(); missing.Count > 0; missing = MissingUpstream())
        {
            await LoadAsync(missing, cancel).ConfigureAwait(false);
        }

        await ReadStaleAsync(cancel).ConfigureAwait(false);
    }

    /// <summary>Makes sure that models are in the catalog where they can be read.</summary>
    public Task EnsureAsync(IEnumerable<(string ModelId, string? TagId)> models, CancellationToken cancel)
    {
        // Several documents can name a model at the same time; it is read once.
        var missing = models.Where(model => !_states.IsKnown(model)).ToList();
        return missing.Count == 0 ? Task.CompletedTask : Task.WhenAll(missing.Select(model => _loading.GetOrAdd(model, Load).Value));

        Lazy<Task> Load((string ModelId, string? TagId) model) => new(() => LoadWithUpstreamAsync(model, cancel));
    }

    /// <summary>Saves the snapshots of models that documents named.</summary>
    public void Save() => _states.SaveNew();

    /// <summary>The state of a model with everything that it reads; empty where it could not be read.</summary>
    public string SignatureOf(string modelId, string? tagId) => _states.SignatureOf(modelId, tagId);

    public string? TagNameOf(string modelId, string tagId) =>
        _listed.TryGetValue(modelId, out var model) && model.TagNames.TryGetValue(tagId, out var name) ? name : null;

    private async Task LoadWithUpstreamAsync((string ModelId, string? TagId) model, CancellationToken cancel)
    {
        await LoadAsync(model, cancel).ConfigureAwait(false);
        var upstream = _catalog.Find(model.ModelId, model.TagId)?.Upstream() ?? Enumerable.Empty<(string, string?)>();
        await EnsureAsync(upstream, cancel).ConfigureAwait(false);
    }

    private List<(string ModelId, string? TagId)> MissingUpstream() => _catalog.All.SelectMany(snapshot => snapshot.Upstream()).Distinct()
        .Where(model => !_states.IsKnown(model)).ToList();

    private Task LoadAsync(IEnumerable<(string ModelId, string? TagId)> models, CancellationToken cancel) =>
        WorkerPool.ForEachAsync(models, model => LoadAsync(model, cancel), cancel);

    private async Task LoadAsync((string ModelId, string? TagId) model, CancellationToken cancel)
    {
        var key = await KeyAsync(model, cancel).ConfigureAwait(false);
        if (key is null)
        {
            return;
        }

        var name = UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId);
        var known = _states.KeyOf(model);
        if (known == key)
        {
            return;
        }

        var header = _options.Refresh && known is null ? null : _entries.ReadHeader(name);
        if (header?.Key == key && _entries.ReadBody<ModelSnapshot>(name) is { } snapshot)
        {
            _states.Keep(model, key, snapshot, header.Models);
            return;
        }

        await ReadAsync(model, key, cancel).ConfigureAwait(false);
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
                : _states.Fail(model, listed.Head.Name, "the version tag that is read does not exist");
        }

        try
        {
            _budget.Take();
            var entry = await _client.GetDataModelAsync(model.ModelId, cancel).ConfigureAwait(false);
            return entry.IsArchived ? _states.Fail(model, entry.Name, "the data model is in the trash")
                : model.TagId is not null
                    ? _states.Fail(model, entry.Name, "a tagged version of a data model that is not listed cannot be read")
                : new DocumentKey(
                    ConsumerKind.DataModel,
                    model.ModelId,
                    entry.LatestVersion,
                    entry.UpdatedAt?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "",
                    "");
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            return _states.Fail(model, model.ModelId, e.Message);
        }
    }

    private async Task ReadAsync((string ModelId, string? TagId) model, DocumentKey key, CancellationToken cancel)
    {
        try
        {
            Interlocked.Increment(ref _read);
            var tagName = model.TagId is null ? null : TagNameOf(model.ModelId, model.TagId);
            long? version = model.TagId is null ? null : key.LatestVersion;
            var snapshot = await ModelReader
                .ReadAsync(_client, _budget, model.ModelId, model.TagId, tagName, version, cancel)
                .ConfigureAwait(false);
            _states.Keep(model, key, snapshot, null);
        }
        catch (Exception e) when (e is SigmaEngineException or RequestLimitException)
        {
            _states.Fail(model, _listed.TryGetValue(model.ModelId, out var listed) ? listed.Head.Name : model.ModelId, e.Message);
        }
    }

    // Sigma may print a model's formulas anew when a model that it reads changes, without a new version of its own.
    private async Task ReadStaleAsync(CancellationToken cancel)
    {
        for (var round = 0; round < 8; round++)
        {
            var stale = _states.Stale();
            if (stale.Count == 0)
            {
                break;
            }

            // Only the lowest ones of a chain: those above them may turn out to be unchanged.
            var lowest = stale.Where(model => !_catalog.Find(model.ModelId, model.TagId)!.Upstream().Any(stale.Contains)).ToList();
            await WorkerPool
                .ForEachAsync(lowest.Count > 0 ? lowest : stale, model => ReadAsync(model, _states.KeyOf(model)!, cancel), cancel)
                .ConfigureAwait(false);
        }

        _states.SaveNew();
    }
}
