namespace SigmaPS.Core.Spec.Edit;

/// <summary>A new name for one item of a model.</summary>
/// <param name="Kind">The kind of the item.</param>
/// <param name="Element">The element's display name or ID.</param>
/// <param name="Item">The display name or ID of the column or metric; empty for an element.</param>
/// <param name="NewName">The new display name.</param>
public sealed record ItemRename(RenameKind Kind, string Element, string Item, string NewName);
