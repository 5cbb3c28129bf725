using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>
/// What <c>[Metrics/Total]</c> means: a metric of the element, or of one along the chain of its sources (spec sheet, section 6).
/// </summary>
internal static class MetricChain
{
    /// <summary>Finds the metric.</summary>
    /// <param name="element">The element whose formula refers to it.</param>
    /// <param name="name">The metric's name.</param>
    public static Resolution Find(ElementScope element, string name)
    {
        var met = new HashSet<ElementScope>();
        var open = new Queue<ElementScope>(new[] { element });
        var leaves = false;
        var isCertain = true;
        while (open.Count > 0)
        {
            var at = open.Dequeue();
            if (!met.Add(at))
            {
                continue;
            }

            if (at.Metric(name, out var ignoresCase) is { } metric)
            {
                var route = at == element ? ReferenceRoute.Own : ReferenceRoute.Source;
                return Resolution.Found(ReferenceKind.Metric, route, metric, at, metric.Has("name")) with { IgnoresCase = ignoresCase };
            }

            isCertain &= at.HasCertainNames;
            leaves |= at.Sources.Any(source => source.Element is null && source.Prefix is null);
            at.Sources.Select(source => source.Element).OfType<ElementScope>().ToList().ForEach(open.Enqueue);
        }

        return leaves ? Resolution.OutOfSight(ReferenceRoute.Source) : Resolution.Unresolved(ReferenceRoute.Own, name, isCertain);
    }
}
