using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>Carries every reference by ID in a copied document over to the new IDs, in place. Formulas refer by name and stay.</summary>
internal sealed class IdRewriter
{
    private readonly IdMap _map;
    private readonly IdTranslation _copy;

    public IdRewriter(IdMap map, IdTranslation copy)
    {
        _map = map;
        _copy = copy;
    }

    /// <summary>
    /// Renews the references to columns, metrics and folders. Goes first, while elements are still named by their old IDs.
    /// </summary>
    public void ApplyInner()
    {
        foreach (var reference in References(IdTarget.Column, IdTarget.Layout))
        {
            reference.Replace(_map.Inner(reference.Scope, reference.Value.Value));
        }
    }

    /// <summary>Renews the references to elements and their groupings.</summary>
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
