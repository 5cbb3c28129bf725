using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>Everything in models that depends on the question's items.</summary>
internal sealed record ReachedItems(IReadOnlyDictionary<UsageItem, Reach> Items, ISet<UsageItem> Elements)
{
    /// <summary>The reach of an item; null where it does not depend on the question.</summary>
    public Reach? Of(UsageItem item) => Items.TryGetValue(item, out var reach) ? reach : null;
}
