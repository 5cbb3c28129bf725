namespace SigmaPS.Core.Usage;

/// <summary>A document of the organization's lists.</summary>
/// <param name="Key">Its state.</param>
/// <param name="Name">Its name.</param>
/// <param name="Path">Its folder.</param>
/// <param name="OwnerId">The member who owns it.</param>
/// <param name="Url">Its address in Sigma.</param>
/// <param name="TagName">The version tag of a tagged copy; null for the published version.</param>
internal sealed record DocumentHead(DocumentKey Key, string Name, string Path, string OwnerId, string Url, string? TagName);
