using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Dangling references: the IDs of columns that an edit removed from an element but not from its lists of layout.</summary>
internal static class DanglingIds
{
    /// <summary>Removes the IDs of removed columns from <c>order</c>, <c>summary</c> and folders.</summary>
    /// <param name="edited">The edited document; it is changed in place.</param>
    /// <param name="live">The live document. IDs that were already dangling there stay.</param>
    /// <returns>The number of removed IDs.</returns>
    public static int Remove(SpecDocument edited, SpecDocument live)
    {
        var before = live.Elements.GroupBy(ElementIds.Id).ToDictionary(group => group.Key, group => group.First());
        var count = 0;
        foreach (var element in edited.Elements.Where(e => e.Text("kind") == "table"))
        {
            if (!before.TryGetValue(ElementIds.Id(element), out var old))
            {
                continue;
            }

            var removed = new HashSet<string>(Listed(old), StringComparer.Ordinal);
            removed.ExceptWith(Listed(element));
            if (removed.Count > 0)
            {
                count += IdReferences.Find(element).Where(reference => reference.Target == IdTarget.Layout)
                    .Select(reference => reference.Holder.Array(reference.Key.Name)).Distinct()
                    .Sum(list => list?.RemoveAll(item => item is JsonString id && removed.Contains(id.Value)) ?? 0);
            }
        }

        return count;
    }

    private static IEnumerable<string> Listed(JsonObject element) =>
        Schema.ListsOf(IdTarget.Layout).SelectMany(list => ElementIds.Ids(element, list));
}
