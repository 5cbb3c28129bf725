namespace SigmaPS.Core.Usage;

/// <summary>One item of a data model that a consumer can read.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="ModelId">The model.</param>
/// <param name="ElementId">The element; null for a model or control.</param>
/// <param name="ItemId">The ID in the element, or the control ID; null for a model or element.</param>
/// <param name="TagId">The version tag that the consumer reads; null for the published version.</param>
public sealed record UsageItem(UsageItemKind Kind, string ModelId, string? ElementId = null, string? ItemId = null, string? TagId = null)
{
    /// <summary>The element that contains this item, or the item itself.</summary>
    internal UsageItem Element => new(UsageItemKind.Element, ModelId, ElementId, null, TagId);
}
