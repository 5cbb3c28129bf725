using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Matches items of one group: a single item on each side, or else those with the most parts in common.
/// </summary>
internal static class SimilarItems
{
    // A part that very many items share does not distinguish them, and would take quadratic time.
    private const int MostPerPart = 16;

    /// <summary>Matches the remaining items.</summary>
    /// <param name="left">The old items without a partner.</param>
    /// <param name="now">The new list.</param>
    /// <param name="partner">The match of each new item; the method fills it in.</param>
    /// <param name="group">Returns the value that both items of a pair have in common; empty for none.</param>
    /// <param name="parts">Returns the parts of an item.</param>
    /// <returns>The old items that remain without a match.</returns>
    public static IReadOnlyList<LocatedObject> Take(
        IReadOnlyList<LocatedObject> left,
        IReadOnlyList<LocatedObject> now,
        LocatedObject?[] partner,
        Func<JsonObject, string> group,
        Func<JsonObject, IEnumerable<string>> parts)
    {
        var taken = new HashSet<LocatedObject>();
        var open = Enumerable
            .Range(0, now.Count)
            .Where(i => partner[i] is null)
            .GroupBy(i => group(now[i].Value), StringComparer.Ordinal)
            .Where(places => places.Key.Length > 0);
        var waiting = left.GroupBy(item => group(item.Value), StringComparer.Ordinal)
            .ToDictionary(items => items.Key, items => items.ToList(), StringComparer.Ordinal);
        foreach (var places in open)
        {
            if (waiting.TryGetValue(places.Key, out var old))
            {
                Pair(old, places.ToList(), now, partner, taken, parts);
            }
        }

        return left.Where(item => !taken.Contains(item)).ToList();
    }

    private static void Pair(
        List<LocatedObject> old,
        List<int> places,
        IReadOnlyList<LocatedObject> now,
        LocatedObject?[] partner,
        HashSet<LocatedObject> taken,
        Func<JsonObject, IEnumerable<string>> parts)
    {
        if (old.Count == 1 && places.Count == 1)
        {
            partner[places[0]] = old[0];
            taken.Add(old[0]);
            return;
        }

        var byPart = old.SelectMany(item => parts(item.Value).Distinct(StringComparer.Ordinal).Select(part => (part, item)))
            .GroupBy(pair => pair.part, pair => pair.item, StringComparer.Ordinal)
            .ToDictionary(items => items.Key, items => items.Take(MostPerPart).ToList(), StringComparer.Ordinal);
        var scores = places.SelectMany(place =>
            parts(now[place].Value)
                .Distinct(StringComparer.Ordinal)
                .SelectMany(part => byPart.TryGetValue(part, out var items) ? items : Enumerable.Empty<LocatedObject>())
                .GroupBy(item => item)
                .Select(items => (place, item: items.Key, common: items.Count())));
        foreach (var (place, item, _) in scores.OrderByDescending(score => score.common).ThenBy(score => score.place))
        {
            if (partner[place] is null && taken.Add(item))
            {
                partner[place] = item;
            }
        }
    }
}
