using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Usage;

/// <summary>Keeps the records of workbooks and reports up to date, five documents at a time.</summary>
internal sealed class DocumentCollector(
    SigmaClient client,
    UsageEntries entries,
    ModelCatalog catalog,
    RequestBudget budget,
    UsageOptions options,
    ModelCollector models)
{
    // Each failure has waited for the session's whole retry time: thousands of them would never end.
    private const int MostFailures = 10;
    private readonly SigmaClient _client = client;
    private readonly UsageEntries _entries = entries;
    private readonly ModelCatalog _catalog = catalog;
    private readonly RequestBudget _budget = budget;
    private readonly UsageOptions _options = options;
    private readonly ModelCollector _models = models;
    private readonly ConcurrentDictionary<string, UsageEntryHeader> _valid = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, UncheckedDocument> _unchecked = new(StringComparer.OrdinalIgnoreCase);
    private int _read;
    private int _done;
    private int _failuresInARow;
    private string? _stopped;

    /// <summary>How many documents were read from the service.</summary>
    public int Read => _read;

    /// <summary>The documents that could not be checked.</summary>
    public IEnumerable<UncheckedDocument> Unchecked => _unchecked.Values;

    /// <summary>The models that a checked document reads; null where it could not be checked.</summary>
    public IReadOnlyList<ModelStamp>? ModelsOf(DocumentHead head) => _valid.TryGetValue(head.Key.Id, out var header) ? header.Models : null;

    /// <summary>The name of a version tag of a model.</summary>
    public string? TagNameOf(string modelId, string tagId) => _models.TagNameOf(modelId, tagId);

    public async Task UpdateAsync(IReadOnlyList<DocumentHead> heads, CancellationToken cancel)
    {
        _done = 0;
        var listed = new HashSet<string>(heads.Select(head => head.Key.Id), StringComparer.OrdinalIgnoreCase);
        foreach (var id in _valid.Keys.Concat(_unchecked.Keys).Where(id => !listed.Contains(id)).ToList())
        {
            _valid.TryRemove(id, out _);
            _unchecked.TryRemove(id, out _);
        }

        await WorkerPool.ForEachAsync(heads, head => UpdateAsync(head, heads.Count, cancel), cancel).ConfigureAwait(false);
    }

    /// <summary>Documents that were never listed twice with the same state count as unchecked.</summary>
    public void MarkChanged(ListedDocuments before, ListedDocuments now)
    {
        var known = new HashSet<DocumentKey>(before.Documents.Select(document => document.Key));
        foreach (var head in now.Documents.Where(document => !known.Contains(document.Key)))
        {
            Fail(head, "the document was changed again and again during the scan");
        }
    }

    private async Task UpdateAsync(DocumentHead head, int total, CancellationToken cancel)
    {
        if (!await IsValidAsync(head, cancel).ConfigureAwait(false))
        {
            await ReadAsync(head, cancel).ConfigureAwait(false);
        }

        _options.Progress?.Invoke(Interlocked.Increment(ref _done), total);
    }

    private async Task<bool> IsValidAsync(DocumentHead head, CancellationToken cancel)
    {
        if (!_valid.TryRemove(head.Key.Id, out var header))
        {
            header = _options.Refresh ? null : _entries.ReadHeader(UsageEntries.NameOf(head.Key.Kind, head.Key.Id, null));
        }

        if (header is null || header.Key != head.Key)
        {
            return false;
        }

        // A model that the document reads can change what Sigma prints in its formulas. Tagged ones are known only when a document names
        // them.
        await _models.EnsureAsync(header.Models.Select(stamp => (stamp.ModelId, stamp.TagId)), cancel).ConfigureAwait(false);
        if (header.Models.Any(stamp => stamp.Signature != _models.SignatureOf(stamp.ModelId, stamp.TagId)))
        {
            return false;
        }

        _valid[head.Key.Id] = header;
        _unchecked.TryRemove(head.Key.Id, out _);
        return true;
    }

    private async Task ReadAsync(DocumentHead head, CancellationToken cancel)
    {
        if (_stopped is { } reason)
        {
            Fail(head, reason);
            return;
        }

        try
        {
            Interlocked.Increment(ref _read);
            var contents = await DocumentReader.ReadAsync(_client, _budget, head.Key, cancel).ConfigureAwait(false);
            var models = contents
                .Sources.Where(source => source.DataModelId is not null)
                .Select(source => (ModelId: source.DataModelId!, TagId: source.VersionTagId))
                .Distinct()
                .ToList();
            await _models.EnsureAsync(models, cancel).ConfigureAwait(false);
            var record = DocumentResolver.Resolve(contents, _catalog);
            var header = new UsageEntryHeader(UsageEntries.Format, head.Key, Stamps(models, record).ToList());
            _entries.Save(UsageEntries.NameOf(head.Key.Kind, head.Key.Id, null), header, UsageEntries.Write(record));
            _valid[head.Key.Id] = header;
            _unchecked.TryRemove(head.Key.Id, out _);
            Interlocked.Exchange(ref _failuresInARow, 0);
        }
        catch (SigmaEngineException e) when (e.Kind is ErrorCode.NetworkUnavailable or ErrorCode.ServiceUnavailable or ErrorCode.Throttled)
        {
            Fail(head, e.Message);
            if (Interlocked.Increment(ref _failuresInARow) >= MostFailures)
            {
                _stopped = $"the scan stopped after {MostFailures} failures in a row: {e.Message}";
            }
        }
        catch (Exception e)
            when (e is RequestLimitException
                || (
                    e is SigmaEngineException error
                    && error.Kind is not (ErrorCode.FileFailed or ErrorCode.AuthenticationFailed or ErrorCode.TokenExpired)))
        {
            Fail(head, e.Message);
        }
    }

    // A metric can be inherited from a model that the document does not name.
    private IEnumerable<ModelStamp> Stamps(IEnumerable<(string ModelId, string? TagId)> models, DocumentRecord record) =>
        models
            .Union(
                record
                    .Columns.SelectMany(column => column.Reads)
                    .Select(read => read.Target)
                    .OfType<UsageItem>()
                    .Select(target => (target.ModelId, target.TagId)))
            .Select(model => new ModelStamp(model.ModelId, model.TagId, _models.SignatureOf(model.ModelId, model.TagId)));

    private void Fail(DocumentHead head, string reason)
    {
        _valid.TryRemove(head.Key.Id, out _);
        var name = head.TagName is null ? head.Name : $"{head.Name} (version tag {head.TagName})";
        _unchecked[head.Key.Id] = UncheckedDocument.From(head.Key.Kind, head.Key.Id, name, reason);
    }
}
