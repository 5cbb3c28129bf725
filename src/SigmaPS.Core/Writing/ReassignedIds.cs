using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>Finds the live elements, columns and metrics whose ID Sigma reassigned in a write. Workbooks refer to the old IDs.</summary>
/// <remarks>
/// An item that the write added does not count, even if a column of another element has the same ID. IDs of columns are unique only within
/// their element.
/// </remarks>
internal static class ReassignedIds
{
    /// <summary>Returns the old and new IDs.</summary>
    /// <param name="live">The live spec before the write.</param>
    /// <param name="sent">The spec that was sent; it may have older IDs, which Sigma reassigned before.</param>
    /// <param name="comparison">The comparison of the sent spec with the live spec.</param>
    public static IEnumerable<KeyValuePair<string, string>> Find(SpecDocument live, SpecDocument sent, SpecComparison comparison)
    {
        if (comparison.Renewed.Count == 0)
        {
            yield break;
        }

        var before = SpecDiff.Compare(sent, live).Renewed.ToLookup(id => (id.Kind, id.Element, id.Old), id => id.New);
        var existed = new HashSet<(string Kind, string Element, string Id)>(live.Elements.SelectMany(Ids));
        foreach (var renewed in comparison.Renewed)
        {
            var element = before[("element", renewed.Element, renewed.Element)].FirstOrDefault() ?? renewed.Element;
            var id = before[(renewed.Kind, renewed.Element, renewed.Old)].FirstOrDefault() ?? renewed.Old;
            if (id != renewed.New && existed.Contains((renewed.Kind, element, id)))
            {
                yield return new KeyValuePair<string, string>(id, renewed.New);
            }
        }
    }

    private static IEnumerable<(string Kind, string Element, string Id)> Ids(JsonObject element)
    {
        var id = ElementIds.Id(element);
        return ElementIds.Ids(element, "columns").Select(column => ("column", id, column))
            .Concat(ElementIds.Ids(element, "metrics").Select(metric => ("metric", id, metric)))
            .Append(("element", id, id));
    }
}
