namespace SigmaPS.Core.Usage;

/// <summary>A document that could not be checked. It is never counted as unaffected.</summary>
/// <param name="Kind">Data model, workbook or report.</param>
/// <param name="Id">Its ID; empty for a whole list.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record UncheckedDocument(ConsumerKind Kind, string Id, string Name, string Reason);
