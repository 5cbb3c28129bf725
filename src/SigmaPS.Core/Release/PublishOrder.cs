using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Release;

/// <summary>The order in which the items of a plan are published.</summary>
internal static class PublishOrder
{
    /// <summary>Groups items so that each one follows those that it depends on. Items of one group can run side by side.</summary>
    /// <param name="items">The items, dependencies first.</param>
    public static IEnumerable<IReadOnlyList<ReleaseItem>> Levels(IReadOnlyList<ReleaseItem> items)
    {
        var depth = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var item in items.Where(item => item.Writes))
        {
            depth[item.Name] = item
                .DependsOn.Select(name => depth.TryGetValue(name, out var below) ? below + 1 : 0)
                .DefaultIfEmpty(0)
                .Max();
        }

        // Orphans go last, because their consumers have been changed by then.
        return items.GroupBy(item => item.Writes ? depth[item.Name] : int.MaxValue).OrderBy(group => group.Key)
            .Select(group => (IReadOnlyList<ReleaseItem>)group.ToList());
    }
}
