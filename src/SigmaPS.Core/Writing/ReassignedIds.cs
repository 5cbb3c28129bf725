using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>Which elements, columns and metrics that were live before a write have another id after it. Workbooks refer to these.</summary>
/// <remarks>
/// What the write brought in is not among them, even where its id is that of a column in another element: ids of columns belong to their
/// element.
/// </remarks>
internal static class ReassignedIds
{
    /// <summary>The id that was live and the one that is.</summary>
    /// <param name="live">What was live before the write.</param>
    /// <param name="sent">What was sent; its ids may be older ones that the service has renewed before.</param>
    /// <param name="comparison">Sent against what is live now.</param>
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
            if (id != renewed.New && existed.Contains((renewed.Kind, renewed.Kind == "element" ? id : element, id)))
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
