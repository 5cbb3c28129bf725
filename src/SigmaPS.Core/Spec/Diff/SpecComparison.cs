using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Spec.Diff;

/// <summary>The differences between two specs, and the map from old IDs to new ones.</summary>
public sealed class SpecComparison
{
    internal SpecComparison(IReadOnlyList<SpecChange> changes, IReadOnlyList<ReassignedId> renewed)
    {
        Changes = changes;
        Renewed = renewed;
        RenewedIds = renewed.Select(id => new KeyValuePair<string, string>(id.Old, id.New)).ToList();
    }

    /// <summary>The differences, in document order. A reference to a reassigned ID does not count as a change.</summary>
    public IReadOnlyList<SpecChange> Changes { get; }

    /// <summary>
    /// The old and new ID of each item with another ID. It does not contain the IDs of pages, which change at every save.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> RenewedIds { get; }

    /// <summary>The same with the kind of the item and its element, because IDs of columns are unique in their element only.</summary>
    internal IReadOnlyList<ReassignedId> Renewed { get; }
}
