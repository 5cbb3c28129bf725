using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>An item of a model that consumers can no longer find after a write.</summary>
/// <param name="Item">The item.</param>
/// <param name="Change">How it is taken.</param>
/// <param name="Name">The display name before the write, with its element.</param>
/// <param name="IsCertain">False if a name is inferred.</param>
/// <param name="NewName">The name in the spec to send; null if the item is not renamed, or its new name is inferred.</param>
public sealed record TakenItem(UsageItem Item, TakenBy Change, string Name, bool IsCertain, string? NewName = null);
