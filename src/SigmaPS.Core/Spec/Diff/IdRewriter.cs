using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>
/// Replaces old IDs with new ones in all references of a copied document, in place. Formulas refer by name and do not change.
/// </summary>
internal sealed class IdRewriter(IdMap map, IdTranslation copy)
{
    private readonly IdMap _map = map;
    private readonly IdTranslation _copy = copy;

    /// <summary>
    /// Updates the references to columns, metrics and folders. This comes first, while elements still have their old IDs.
    /// </summary>
    public void ApplyInner()
    {
        foreach (var reference in References(IdTarget.Column, IdTarget.Layout))
        {
            reference.Replace(_map.Inner(reference.Scope, reference.Value.Value));
        }
    }

    /// <summary>Updates the references to elements and their groupings.</summary>
    public void ApplyElements()
    {
        foreach (var reference in References(IdTarget.Grouping))
        {
            reference.Replace(_map.Grouping(reference.Scope, reference.Value.Value));
        }

        foreach (var reference in References(IdTarget.Element, IdTarget.Source))
        {
            reference.Replace(_map.Element(reference.Value.Value));
        }
    }

    private List<IdReference> References(params IdTarget[] targets) => IdMap.Elements(_copy.Root).Select(located => located.Value)
        .SelectMany(element => IdReferences.Find(element, ElementIds.Id(_copy.Original(element))))
        .Where(reference => targets.Contains(reference.Target)).ToList();
}
