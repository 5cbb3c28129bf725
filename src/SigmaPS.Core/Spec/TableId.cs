namespace SigmaPS.Core.Spec;

/// <summary>Ids of tables: the short form in lists and addresses is base62 of the same 128 bits, as for data models.</summary>
public static class TableId
{
    /// <summary>The UUID of a short id.</summary>
    /// <param name="shortId">The short id; null where the service gave none.</param>
    /// <returns>The UUID; null where the text is no such id.</returns>
    public static string? FromShort(string? shortId) => shortId is not null && DataModelId.TryParse(shortId, out var id) ? id : null;
}
