using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The differences of two representations, and which id of the one is which of the other.</summary>
public sealed class SpecComparison
{
    internal SpecComparison(IReadOnlyList<SpecChange> changes, IReadOnlyList<ReassignedId> renewed)
    {
        Changes = changes;
        Renewed = renewed;
        RenewedIds = renewed.Select(id => new KeyValuePair<string, string>(id.Old, id.New)).ToList();
    }

    /// <summary>The differences, in document order. What refers to a renewed id has not changed by that.</summary>
    public IReadOnlyList<SpecChange> Changes { get; }

    /// <summary>
    /// Old id and new id of each thing that was found again under another id. Page ids, which change at every save, are not in it.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> RenewedIds { get; }

    /// <summary>The same with the kind of thing and its element, because ids of columns belong to their element only.</summary>
    internal IReadOnlyList<ReassignedId> Renewed { get; }
}
