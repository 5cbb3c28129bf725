using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>What an edit leaves behind: ids of columns that are gone, in lists of layout.</summary>
internal static class DanglingIds
{
    /// <summary>Takes ids out of <c>order</c>, <c>summary</c> and folders whose column the edit has taken away.</summary>
    /// <param name="edited">The edited document, changed in place.</param>
    /// <param name="live">The live one: an id that named nothing there already is not ours to touch.</param>
    /// <returns>How many ids went.</returns>
    public static int Remove(SpecDocument edited, SpecDocument live)
    {
        var before = live.Elements.GroupBy(ElementIds.Id).ToDictionary(group => group.Key, group => group.First());
        var gone = 0;
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
                gone += IdReferences.Find(element).Where(reference => reference.Target == IdTarget.Layout)
                    .Select(reference => reference.Holder.Array(reference.Key.Name)).Distinct()
                    .Sum(list => list?.RemoveAll(item => item is JsonString id && removed.Contains(id.Value)) ?? 0);
            }
        }

        return gone;
    }

    private static IEnumerable<string> Listed(JsonObject element) =>
        Schema.ListsOf(IdTarget.Layout).SelectMany(list => ElementIds.Ids(element, list));
}
