using System;
using System.Collections.Generic;

namespace SigmaPS;

/// <summary>The members of a node in document order. A key is looked up in exact case first, then in any case.</summary>
internal sealed class SpecKeys
{
    // Up to this size, a linear search is faster than a dictionary.
    private const int FewMembers = 16;

    private readonly List<KeyValuePair<string, object?>> _members = new();
    private Dictionary<string, int>? _exact;
    private Dictionary<string, int>? _loose;

    /// <summary>The members.</summary>
    public IReadOnlyList<KeyValuePair<string, object?>> Members => _members;

    /// <summary>Adds a member at the end.</summary>
    public void Add(string key, object? value)
    {
        _members.Add(new KeyValuePair<string, object?>(key, value));
        if (_exact is not null)
        {
            Note(key, _members.Count - 1, _exact, _loose!);
        }
    }

    /// <summary>Replaces a member's value.</summary>
    public void SetAt(int index, object? value) => _members[index] = new KeyValuePair<string, object?>(_members[index].Key, value);

    /// <summary>Removes a member.</summary>
    public void RemoveAt(int index)
    {
        _members.RemoveAt(index);
        _exact = _loose = null;
    }

    /// <summary>The index of a key in exactly this case; -1 if it is absent.</summary>
    public int FindExactly(string key)
    {
        if (_members.Count > FewMembers)
        {
            Prepare();
            return _exact!.TryGetValue(key, out var place) ? place : -1;
        }

        return _members.FindIndex(member => string.Equals(member.Key, key, StringComparison.Ordinal));
    }

    /// <summary>The index of a key in exact case, else in any case; -1 if it is absent.</summary>
    public int Find(string key)
    {
        var exact = FindExactly(key);
        if (exact >= 0)
        {
            return exact;
        }

        if (_members.Count > FewMembers)
        {
            return _loose!.TryGetValue(key, out var place) ? place : -1;
        }

        return _members.FindIndex(member => string.Equals(member.Key, key, StringComparison.OrdinalIgnoreCase));
    }

    private static void Note(string key, int place, Dictionary<string, int> exact, Dictionary<string, int> loose)
    {
        // Of keys that differ only in case, the first one counts.
        exact[key] = place;
        if (!loose.ContainsKey(key))
        {
            loose[key] = place;
        }
    }

    private void Prepare()
    {
        if (_exact is not null)
        {
            return;
        }

        // Other threads may read the node at the same time, so publish both dictionaries only when complete.
        var (exact, loose) = (
            new Dictionary<string, int>(StringComparer.Ordinal),
            new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase));
        for (var i = 0; i < _members.Count; i++)
        {
            Note(_members[i].Key, i, exact, loose);
        }

        _loose = loose;
        _exact = exact;
    }
}
