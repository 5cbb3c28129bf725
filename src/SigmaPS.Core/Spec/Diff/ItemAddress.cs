namespace SigmaPS.Core.Spec.Diff;

/// <summary>An element of a document, or a column or metric in it, by ID.</summary>
/// <param name="ElementId">The element.</param>
/// <param name="List">The key of the list that contains the item: columns or metrics; null for the element itself.</param>
/// <param name="ItemId">The item; null for the element itself.</param>
public sealed record ItemAddress(string ElementId, string? List, string? ItemId);
