namespace SigmaPS.Core.Usage;

/// <summary>The document reads an element or model in a way that does not show which columns.</summary>
/// <param name="Target">The element, model or control.</param>
/// <param name="Reason">Why, as text for a person.</param>
/// <param name="ElementId">The document's element; null for the whole document.</param>
internal sealed record PossibleRead(UsageItem Target, string Reason, string? ElementId);
