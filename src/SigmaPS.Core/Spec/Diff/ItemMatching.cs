using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Matches the items of two lists: first by ID, and then the remaining items by one key after another. It takes linear time.
/// </summary>
internal sealed class ItemMatching
{
    private ItemMatching(
        IReadOnlyList<(LocatedObject Old, LocatedObject New)> pairs,
        IReadOnlyList<LocatedObject> removed,
        IReadOnlyList<LocatedObject> added)
    {
        Pairs = pairs;
        Removed = removed;
        Added = added;
    }

    /// <summary>The matched items, in the order of the new list.</summary>
    public IReadOnlyList<(LocatedObject Old, LocatedObject New)> Pairs { get; }

    /// <summary>The items of the old list without a match.</summary>
    public IReadOnlyList<LocatedObject> Removed { get; }

    /// <summary>The items of the new list without a match.</summary>
    public IReadOnlyList<LocatedObject> Added { get; }

    /// <summary>The first matched item with another place; null if the order is the same.</summary>
    public LocatedObject? FirstMoved { get; private set; }

    /// <summary>Matches two lists.</summary>
    /// <param name="old">The old list.</param>
    /// <param name="now">The new list.</param>
    /// <param name="keys">Return an item's ID first, and then values that find it without its ID. An empty key does not match.</param>
    public static ItemMatching Match(
        IReadOnlyList<LocatedObject> old,
        IReadOnlyList<LocatedObject> now,
        params Func<JsonObject, string>[] keys) => Match(old, now, _ => "", _ => Array.Empty<string>(), keys);

    /// <summary>
    /// Matches two lists. Items without a match by key are matched within their group, those with the most parts in common first.
    /// </summary>
    /// <param name="old">The old list.</param>
    /// <param name="now">The new list.</param>
    /// <param name="group">Returns the value that both items of a pair have in common. An empty group does not match.</param>
    /// <param name="parts">Returns the values that decide between several items of a group.</param>
    /// <param name="keys">Return an item's ID first, and then values that find it without its ID. An empty key does not match.</param>
    public static ItemMatching Match(
        IReadOnlyList<LocatedObject> old,
        IReadOnlyList<LocatedObject> now,
        Func<JsonObject, string> group,
        Func<JsonObject, IEnumerable<string>> parts,
        params Func<JsonObject, string>[] keys)
    {
        var partner = new LocatedObject?[now.Count];
        var left = old;
        foreach (var key in keys)
        {
            left = left.Count == 0 ? left : MatchBy(left, now, partner, key);
        }

        left = left.Count == 0 ? left : SimilarItems.Take(left, now, partner, group, parts);

        var pairs = new List<(LocatedObject Old, LocatedObject New)>();
        var added = new List<LocatedObject>();
        for (var i = 0; i < now.Count; i++)
        {
            if (partner[i] is { } found)
            {
                pairs.Add((found, now[i]));
            }
            else
            {
                added.Add(now[i]);
            }
        }

        var gone = new HashSet<LocatedObject>(left);
        var kept = old.Where(item => !gone.Contains(item));
        return new ItemMatching(pairs, left, added)
        {
            FirstMoved = pairs.Zip(kept, (pair, item) => pair.Old == item ? null : pair.New).FirstOrDefault(moved => moved is not null),
        };
    }

    private static List<LocatedObject> MatchBy(
        IReadOnlyList<LocatedObject> old,
        IReadOnlyList<LocatedObject> now,
        LocatedObject?[] partner,
        Func<JsonObject, string> key)
    {
        // Items with the same key form a queue: the table contains the first, and each item the place of the next.
        var first = new Dictionary<string, int>(old.Count, StringComparer.Ordinal);
        var next = new int[old.Count];
        for (var i = old.Count - 1; i >= 0; i--)
        {
            var name = key(old[i].Value);
            if (name.Length > 0)
            {
                next[i] = first.TryGetValue(name, out var behind) ? behind : -1;
                first[name] = i;
            }
        }

        var isTaken = new bool[old.Count];
        for (var i = 0; i < now.Count; i++)
        {
            if (partner[i] is null && key(now[i].Value) is var name && first.TryGetValue(name, out var found) && found >= 0)
            {
                partner[i] = old[found];
                isTaken[found] = true;
                first[name] = next[found];
            }
        }

        return old.Where((_, i) => !isTaken[i]).ToList();
    }
}
