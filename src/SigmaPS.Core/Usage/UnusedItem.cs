namespace SigmaPS.Core.Usage;

/// <summary>A column or metric that nobody reads.</summary>
/// <param name="Item">The item with its names.</param>
/// <param name="Certainty">Possible where something that could read it could not be checked, or may read it.</param>
/// <param name="Reason">Why it is not certain; empty where it is.</param>
public sealed record UnusedItem(NamedItem Item, UsageCertainty Certainty, string Reason);
