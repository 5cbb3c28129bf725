using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Merges three lists of keys: the live list without the keys that the other side removed, and with those that it added.</summary>
internal static class MergedOrder
{
    /// <summary>Merges the lists.</summary>
    /// <param name="basis">The different keys of the base.</param>
    /// <param name="other">The keys of the side with the changes.</param>
    /// <param name="live">The live keys.</param>
    /// <param name="isConflict">Whether both sides changed the order of the same keys in different ways.</param>
    public static List<string> Merge(IReadOnlyList<string> basis, IReadOnlyList<string> other, IReadOnlyList<string> live,
        out bool isConflict)
    {
        var (inBase, inOther, inLive) = (Set(basis), Set(other), Set(live));
        var merged = live.Where(key => inOther.Contains(key) || !inBase.Contains(key)).ToList();
        bool IsCommon(string key) => inBase.Contains(key) && inOther.Contains(key) && inLive.Contains(key);
        var wanted = other.Where(IsCommon).ToList();
        isConflict = false;
        if (!wanted.SequenceEqual(basis.Where(IsCommon), StringComparer.Ordinal))
        {
            if (basis.Where(IsCommon).SequenceEqual(live.Where(IsCommon), StringComparer.Ordinal))
            {
                var next = new Queue<string>(wanted);
                merged = merged.Select(key => IsCommon(key) ? next.Dequeue() : key).ToList();
            }
            else
            {
                isConflict = !wanted.SequenceEqual(live.Where(IsCommon), StringComparer.Ordinal);
            }
        }

        Insert(merged, other, key => !inBase.Contains(key) && !inLive.Contains(key));
        return merged;
    }

    // After the nearest remaining key before it, or else before the nearest one after it.
    private static void Insert(List<string> merged, IReadOnlyList<string> other, Func<string, bool> isNew)
    {
        for (var i = 0; i < other.Count; i++)
        {
            if (!isNew(other[i]))
            {
                continue;
            }

            var before = Nearest(merged, other.Take(i).Reverse());
            var after = Nearest(merged, other.Skip(i + 1));
            merged.Insert(before is { } place ? place + 1 : after ?? merged.Count, other[i]);
        }
    }

    private static int? Nearest(List<string> merged, IEnumerable<string> neighbors)
    {
        var place = neighbors.Select(key => merged.IndexOf(key)).Where(index => index >= 0).Take(1).ToList();
        return place.Count > 0 ? place[0] : null;
    }

    private static HashSet<string> Set(IEnumerable<string> keys) => new(keys, StringComparer.Ordinal);
}
