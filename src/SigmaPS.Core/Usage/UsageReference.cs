namespace SigmaPS.Core.Usage;

/// <summary>One item that a column, metric or element reads.</summary>
/// <param name="Target">An item of a model; null where the reference stays in its document.</param>
/// <param name="OwnElement">The element of the same document; null where the reference leaves it.</param>
/// <param name="OwnColumn">The column of that element.</param>
/// <param name="IsCertain">True by ID, or by a name that only one item can have.</param>
internal sealed record UsageReference(UsageItem? Target, string? OwnElement, string? OwnColumn, bool IsCertain)
{
    public static UsageReference To(UsageItem target, bool isCertain) => new(target, null, null, isCertain);

    public static UsageReference Own(string element, string column, bool isCertain) => new(null, element, column, isCertain);
}
