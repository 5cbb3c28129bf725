using System.Collections.Generic;

namespace SigmaPS.Core.Usage;

/// <summary>How an item depends on the question's items.</summary>
/// <param name="IsCertain">True where every step is certain.</param>
/// <param name="Seed">The question's item at the end of the way.</param>
/// <param name="Next">The next item on the way there; null for the question's item itself.</param>
internal sealed record Reach(bool IsCertain, UsageItem Seed, UsageItem? Next);

/// <summary>Everything in models that depends on the question's items.</summary>
internal sealed record ReachedItems(IReadOnlyDictionary<UsageItem, Reach> Items, ISet<UsageItem> Elements)
{
    /// <summary>The reach of an item; null where it does not depend on the question.</summary>
    public Reach? Of(UsageItem item) => Items.TryGetValue(item, out var reach) ? reach : null;
}
