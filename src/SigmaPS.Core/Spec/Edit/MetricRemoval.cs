using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Removes metrics that no remaining formula refers to.</summary>
public static class MetricRemoval
{
    /// <summary>Removes metrics in place. Metrics that refer only to one another are removed together.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="metrics">The metrics' display names or IDs.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">A metric does not exist, or a remaining item refers to it.</exception>
    public static EditReport Apply(SpecDocument document, string element, IReadOnlyList<string> metrics)
    {
        var before = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(before.Model, element);
        return ItemRemoval.Apply(
            before,
            scope,
            metrics.Select(metric => EditTargetResolver.Metric(scope, metric)).Distinct().ToList(),
            "metrics",
            "metric");
    }
}
