using System;
using System.Collections.Concurrent;

namespace SigmaPS.Core.Usage;

/// <summary>Keeps the index for the life of a session.</summary>
public sealed class MemoryUsageStore : IUsageStore
{
    private readonly ConcurrentDictionary<string, string> _entries = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public string? Place => null;

    /// <inheritdoc/>
    public string? Read(string name) => _entries.TryGetValue(name, out var text) ? text : null;

    /// <inheritdoc/>
    public void Write(string name, string text) => _entries[name] = text;

    /// <inheritdoc/>
    public int Clear()
    {
        var count = _entries.Count;
        _entries.Clear();
        return count;
    }
}
