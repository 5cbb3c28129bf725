namespace SigmaPS.Core.Usage;

/// <summary>The state of a model when a document was resolved against it.</summary>
/// <param name="ModelId">The model.</param>
/// <param name="TagId">The tag it is read at.</param>
/// <param name="Signature">A hash over its names and formulas and those of the models it reads; empty where it could not be read.</param>
internal sealed record ModelStamp(string ModelId, string? TagId, string Signature);
