using System;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The items of a list, in order, each with a unique key.</summary>
internal sealed class KeyedList
{
    private readonly List<string> _keys = new();
    private readonly Dictionary<string, LocatedObject> _items = new(StringComparer.Ordinal);

    /// <summary>The keys, in order.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Indexes a list.</summary>
    /// <returns>Null if an item does not have a key, or has the key of another item.</returns>
    public static KeyedList? Of(IEnumerable<LocatedObject> items, Func<LocatedObject, string> key)
    {
        var list = new KeyedList();
        foreach (var item in items)
        {
            var own = key(item);
            if (own.Length == 0 || list._items.ContainsKey(own))
            {
                return null;
            }

            list._keys.Add(own);
            list._items.Add(own, item);
        }

        return list;
    }

    /// <summary>The item of a key; null if there is none.</summary>
    public LocatedObject? Find(string key) => _items.TryGetValue(key, out var item) ? item : null;
}
