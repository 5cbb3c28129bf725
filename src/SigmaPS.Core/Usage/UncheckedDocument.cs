namespace SigmaPS.Core.Usage;

/// <summary>A document that could not be checked. It is never counted as unaffected.</summary>
/// <param name="Kind">Data model, workbook or report.</param>
/// <param name="Id">Its ID; empty for a whole list.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why.</param>
public sealed record UncheckedDocument(ConsumerKind Kind, string Id, string Name, string Reason)
{
    /// <summary>
    /// Makes one from an error message. The document is named beside the reason, so documents with one reason have one text.
    /// </summary>
    internal static UncheckedDocument From(ConsumerKind kind, string id, string name, string reason)
    {
        foreach (var what in new[] { "workbook", "report", "data model" })
        {
            reason = reason.Replace($" for {what} {id}", "").Replace($"{what} {id}", $"the {what}");
        }

        return new UncheckedDocument(kind, id, name, reason);
    }
}
