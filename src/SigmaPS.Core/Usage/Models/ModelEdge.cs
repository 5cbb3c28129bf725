namespace SigmaPS.Core.Usage;

/// <summary>An item of a model reads an item of this or another model.</summary>
/// <param name="Reader">The column, metric, element or control that reads.</param>
/// <param name="Target">What it reads.</param>
/// <param name="IsCertain">True by ID, or by a name that only one item can have.</param>
internal sealed record ModelEdge(UsageItem Reader, UsageItem Target, bool IsCertain);
