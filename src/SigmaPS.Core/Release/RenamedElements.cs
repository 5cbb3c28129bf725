using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// Finds elements that have both another name and another ID, as a rename leaves them where Sigma reassigns the IDs of elements.
/// Their columns keep their IDs.
/// </summary>
internal static class RenamedElements
{
    private const char End = '\0';

    /// <summary>Finds them.</summary>
    /// <param name="before">The earlier spec.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="matched">Gives the live ID of an element that was matched by ID or name; its own ID if it was not.</param>
    /// <returns>The live ID by the earlier ID. An element with several candidates is left out, because a guess could be wrong.</returns>
    public static IReadOnlyDictionary<string, string> Find(SpecDocument before, SpecDocument live, Func<string, string> matched)
    {
        var liveIds = new HashSet<string>(live.Elements.Select(ElementIds.Id), StringComparer.Ordinal);
        var lost = before.Elements.Where(element => !liveIds.Contains(matched(ElementIds.Id(element)))).ToLookup(Key);
        var taken = new HashSet<string>(before.Elements.Select(element => matched(ElementIds.Id(element))), StringComparer.Ordinal);
        var free = live.Elements.Where(element => !taken.Contains(ElementIds.Id(element))).ToLookup(Key);
        return lost
            .Where(group => group.Key.Length > 0 && group.Count() == 1 && free[group.Key].Count() == 1)
            .ToDictionary(group => ElementIds.Id(group.First()), group => ElementIds.Id(free[group.Key].First()), StringComparer.Ordinal);
    }

    private static string Key(JsonObject element)
    {
        var columns = ElementIds.Ids(element, "columns").OrderBy(id => id, StringComparer.Ordinal).ToList();
        return columns.Count == 0 ? "" : element.Text("kind") + End + string.Join(End.ToString(), columns);
    }
}
