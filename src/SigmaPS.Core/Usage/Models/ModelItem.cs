namespace SigmaPS.Core.Usage;

/// <summary>A column or metric of a model.</summary>
/// <param name="Id">Its ID in the element.</param>
/// <param name="Name">Its display name.</param>
/// <param name="IsNameCertain">True where the spec or the service gives the name; false where it is inferred.</param>
/// <param name="Formula">Its formula.</param>
internal sealed record ModelItem(string Id, string Name, bool IsNameCertain, string Formula);
