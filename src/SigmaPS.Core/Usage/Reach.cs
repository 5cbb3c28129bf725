namespace SigmaPS.Core.Usage;

/// <summary>How an item depends on the question's items.</summary>
/// <param name="IsCertain">True where every step is certain.</param>
/// <param name="Seed">The question's item at the end of the way.</param>
/// <param name="Next">The next item on the way there; null for the question's item itself.</param>
internal sealed record Reach(bool IsCertain, UsageItem Seed, UsageItem? Next);
