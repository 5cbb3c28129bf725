namespace SigmaPS.Core.Tests.Support;

/// <summary>A reference in a formula and the item it means; null for a column that is not in the document.</summary>
internal sealed record NamedUse(string ElementId, string Id, string Written, NamedItem? Target);
