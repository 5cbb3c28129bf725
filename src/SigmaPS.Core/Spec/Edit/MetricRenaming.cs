using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Renames a metric, and every formula that refers to it by name follows.</summary>
public static class MetricRenaming
{
    /// <summary>Renames a metric in place.</summary>
    /// <param name="document">A document of the caller's own: after an error it is half done.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="metric">The metric's display name or ID.</param>
    /// <param name="newName">The new name.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">There is no such metric, the name is taken, or a reference would mean something
    /// else.</exception>
    public static EditReport Apply(SpecDocument document, string element, string metric, string newName) =>
        Apply(new ReferenceSnapshot(document), element, metric, newName);

    internal static EditReport Apply(ReferenceSnapshot before, string element, string metric, string newName)
    {
        var scope = EditTargetResolver.Element(before.Model, element);
        return ItemRenaming.Apply(before, scope, EditTargetResolver.Metric(scope, metric), "metric", newName);
    }
}
