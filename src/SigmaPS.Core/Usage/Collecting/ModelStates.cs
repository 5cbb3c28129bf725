using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>
/// What one scan knows of each model: its snapshot, the state that the snapshot belongs to, and a signature over everything that the model
/// reads.
/// </summary>
internal sealed class ModelStates(UsageEntries entries, ModelCatalog catalog)
{
    private readonly UsageEntries _entries = entries;
    private readonly ModelCatalog _catalog = catalog;
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), UncheckedDocument> _unchecked = new();
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), string> _bodies = new();
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), IReadOnlyList<ModelStamp>> _recorded = new();
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), DocumentKey> _keys = new();
    private readonly Dictionary<(string ModelId, string? TagId), string> _signatures = new();

    /// <summary>The models that could not be read.</summary>
    public IEnumerable<UncheckedDocument> Unchecked => _unchecked.Values;

    /// <summary>Whether a model was read, or could not be.</summary>
    public bool IsKnown((string ModelId, string? TagId) model) => _bodies.ContainsKey(model) || _unchecked.ContainsKey(model);

    /// <summary>The models that were read, or could not be.</summary>
    public IEnumerable<(string ModelId, string? TagId)> Known => _bodies.Keys.Concat(_unchecked.Keys).Distinct();

    /// <summary>The state that the snapshot belongs to; null where there is no snapshot.</summary>
    public DocumentKey? KeyOf((string ModelId, string? TagId) model) => _keys.TryGetValue(model, out var key) ? key : null;

    /// <summary>The signature of a model; empty where it could not be read.</summary>
    public string SignatureOf(string modelId, string? tagId)
    {
        lock (_signatures)
        {
            return Signature((modelId, tagId), new HashSet<(string, string?)>());
        }
    }

    /// <summary>The models from the index whose dependencies are not the ones that they were read with.</summary>
    public IReadOnlyList<(string ModelId, string? TagId)> Stale() =>
        _recorded
            .Where(entry => entry.Value.Any(stamp => stamp.Signature != SignatureOf(stamp.ModelId, stamp.TagId)))
            .Select(entry => entry.Key)
            .ToList();

    /// <summary>Takes a snapshot.</summary>
    /// <param name="model">The model.</param>
    /// <param name="key">Its state.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="recorded">The states of its dependencies in the index; null for a snapshot that was read now.</param>
    public void Keep((string ModelId, string? TagId) model, DocumentKey key, ModelSnapshot snapshot, IReadOnlyList<ModelStamp>? recorded)
    {
        lock (_signatures)
        {
            _keys[model] = key;
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

    /// <summary>Records that a model could not be read.</summary>
    public DocumentKey? Fail((string ModelId, string? TagId) model, string name, string reason)
    {
        lock (_signatures)
        {
            _unchecked[model] = UncheckedDocument.From(ConsumerKind.DataModel, model.ModelId, name, reason);
            _bodies.TryRemove(model, out _);
            _recorded.TryRemove(model, out _);
            _keys.TryRemove(model, out _);
            _catalog.Remove(model.ModelId, model.TagId);
            _signatures.Clear();
        }

        return null;
    }

    /// <summary>Saves the snapshots that are not in the index yet.</summary>
    public void SaveNew()
    {
        foreach (var model in _bodies.Keys.Where(model => !_recorded.ContainsKey(model)).ToList())
        {
            var stamps = _catalog
                .Find(model.ModelId, model.TagId)!
                .Upstream()
                .Select(upstream => new ModelStamp(upstream.ModelId, upstream.TagId, SignatureOf(upstream.ModelId, upstream.TagId)))
                .ToList();
            _entries.Save(
                UsageEntries.NameOf(ConsumerKind.DataModel, model.ModelId, model.TagId),
                new UsageEntryHeader(UsageEntries.Format, _keys[model], stamps),
                _bodies[model]);
            _recorded[model] = stamps;
        }
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

        var upstream = _catalog
            .Find(model.ModelId, model.TagId)!
            .Upstream()
            .OrderBy(entry => entry.ModelId, StringComparer.Ordinal)
            .ThenBy(entry => entry.TagId, StringComparer.Ordinal)
            .ToList();
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
