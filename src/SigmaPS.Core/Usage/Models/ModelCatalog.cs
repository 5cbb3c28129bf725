using System.Collections.Concurrent;
using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>The snapshots of one scan, by model and tag.</summary>
internal sealed class ModelCatalog
{
    private readonly ConcurrentDictionary<(string ModelId, string? TagId), ModelSnapshot> _snapshots = new();

    public IEnumerable<ModelSnapshot> All => _snapshots.Values;

    public ModelSnapshot? Find(string modelId, string? tagId) => _snapshots.TryGetValue((modelId, tagId), out var found) ? found : null;

    public void Remove(string modelId, string? tagId) => _snapshots.TryRemove((modelId, tagId), out _);

    public void Set(ModelSnapshot snapshot) => _snapshots[(snapshot.ModelId, snapshot.TagId)] = snapshot;
}
