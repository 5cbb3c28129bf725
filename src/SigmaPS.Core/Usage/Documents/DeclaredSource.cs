namespace SigmaPS.Core.Usage;

/// <summary>An element of a model that GET sources names by ID.</summary>
/// <param name="Item">The element with the tag it is read at.</param>
/// <param name="Model">The model's snapshot; null where it cannot be read.</param>
/// <param name="Element">The element in it; null where the snapshot does not have it.</param>
internal sealed record DeclaredSource(UsageItem Item, ModelSnapshot? Model, ModelElement? Element);
