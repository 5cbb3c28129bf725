using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>What an edit leaves behind: ids of columns that are gone, in lists of layout and in places that matter.</summary>
internal static class StaleIds
{
    /// <summary>Takes ids out of <c>order</c>, <c>summary</c> and folders whose column the edit has taken away.</summary>
    /// <param name="edited">The edited document, changed in place.</param>
    /// <param name="live">The live one: an id that named nothing there already is not ours to touch.</param>
    /// <returns>How many ids went.</returns>
    public static int TakeOut(SpecDocument edited, SpecDocument live)
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
                gone += new[] { element.Array("order"), element.Array("summary") }
                    .Concat(ElementIds.Objects(element, "folders").Select(folder => folder.Array("items")))
                    .Sum(list => list?.RemoveAll(item => item is JsonString id && removed.Contains(id.Value)) ?? 0);
            }
        }

        return gone;
    }

    /// <summary>The places that the edit has made refer to nothing; those that did so on the live model already are left alone.</summary>
    public static IReadOnlyList<string> Broken(SpecDocument edited, SpecDocument live)
    {
        var already = new HashSet<string>(ElementIds.Dangling(live).Select(Key), StringComparer.Ordinal);
        return ElementIds.Dangling(edited).Where(reference => already.Add(Key(reference))).Select(Sentence).ToList();
    }

    private static string Sentence(IdReference reference) => reference.Id.Length == 0
        ? $"{reference.By} refers to the element '{reference.ElementId}', which is not there"
        : $"{reference.By} refers to the column '{reference.Id}', which is not in element '{reference.ElementId}'";

    private static string Key(IdReference reference) => reference.By + "\n" + reference.ElementId + "\n" + reference.Id;

    private static IEnumerable<string> Listed(JsonObject element) => ElementIds.Columns(element).Concat(ElementIds.Ids(element, "folders"));
}
