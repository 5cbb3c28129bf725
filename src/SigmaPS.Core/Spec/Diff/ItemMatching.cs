using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Finds which item of one list is which of another: by id first, then by one likeness after the other among those left over. Linear in
/// size.
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

    /// <summary>The items found in both lists, in the order of the new one.</summary>
    public IReadOnlyList<(LocatedObject Old, LocatedObject New)> Pairs { get; }

    /// <summary>Those of the old list that are nowhere in the new one.</summary>
    public IReadOnlyList<LocatedObject> Removed { get; }

    /// <summary>Those of the new list that were nowhere in the old one.</summary>
    public IReadOnlyList<LocatedObject> Added { get; }

    /// <summary>The first item that stands elsewhere among those found in both lists; null when they come in the same order.</summary>
    public LocatedObject? FirstMoved { get; private set; }

    /// <summary>Pairs two lists.</summary>
    /// <param name="old">The old list.</param>
    /// <param name="now">The new list.</param>
    /// <param name="keys">An item's id, then what finds it again without its id; an empty key finds nothing.</param>
    public static ItemMatching Match(
        IReadOnlyList<LocatedObject> old,
        IReadOnlyList<LocatedObject> now,
        params Func<JsonObject, string>[] keys) => Match(old, now, _ => "", _ => Array.Empty<string>(), keys);

    /// <summary>
    /// Pairs two lists; items that no key finds again are paired within their group, those with the most parts in common first.
    /// </summary>
    /// <param name="old">The old list.</param>
    /// <param name="now">The new list.</param>
    /// <param name="group">What both items of a pair must have in common; an empty group finds nothing.</param>
    /// <param name="parts">What decides between several items of a group.</param>
    /// <param name="keys">An item's id, then what finds it again without its id; an empty key finds nothing.</param>
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
        // The items of one key wait in their order: the first in the table, each with the place of the next.
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
