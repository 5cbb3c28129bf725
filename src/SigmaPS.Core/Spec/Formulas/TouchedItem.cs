namespace SigmaPS.Core.Spec.Formulas;

/// <summary>An item that an edit changed beside its own.</summary>
/// <param name="Item">The item in a person's words.</param>
/// <param name="Change">The rest of the sentence.</param>
internal sealed record TouchedItem(string Item, string Change);
