namespace SigmaPS.Core.Spec;

/// <summary>Converts IDs of tables. The short form in lists and addresses is base62 of the same 128 bits, as for data models.</summary>
public static class TableId
{
    /// <summary>Converts a short ID to a UUID.</summary>
    /// <param name="shortId">The short ID; null if the service sent none.</param>
    /// <returns>The UUID; null if the text is not a short ID.</returns>
    public static string? FromShort(string? shortId) => shortId is not null && DataModelId.TryParse(shortId, out var id) ? id : null;
}
