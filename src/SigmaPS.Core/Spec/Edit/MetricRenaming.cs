using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames a metric, and updates every formula that refers to it by name.</summary>
public static class MetricRenaming
{
    /// <summary>Renames a metric in place.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="metric">The metric's display name or ID.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">The metric does not exist, the name is in use, or a reference would change its
    /// meaning.</exception>
    public static EditReport Apply(SpecDocument document, string element, string metric, string newName) =>
        Apply(new ReferenceSnapshot(document), element, metric, newName);

    internal static EditReport Apply(ReferenceSnapshot before, string element, string metric, string newName)
    {
        var scope = EditTargetResolver.Element(before.Model, element);
        return ItemRenaming.Apply(before, scope, EditTargetResolver.Metric(scope, metric), "metric", newName);
    }
}
