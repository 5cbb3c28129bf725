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
    public string? ReadFirstLine(string name) => Read(name) is { } text ? text.Substring(0, Math.Max(0, text.IndexOf('\n'))) : null;

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
