using Newtonsoft.Json;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>The identity of the session: GET /v2/whoami.</summary>
public sealed class Identity
{
    /// <summary>The member behind the credentials.</summary>
    [JsonProperty("userId")]
    public string UserId { get; init; } = "";

    /// <summary>The organization's ID.</summary>
    [JsonProperty("organizationId")]
    public string OrganizationId { get; init; } = "";

    /// <summary>Reads a response in its documented form, without Newtonsoft.Json; null for all other forms.</summary>
    internal static Identity? TryRead(string text) =>
        PlainJson.TryObject(text) is { } read
        && PlainJson.TryText(read, "userId", out var user)
        && PlainJson.TryText(read, "organizationId", out var organization)
            ? new Identity { UserId = user ?? "", OrganizationId = organization ?? "" }
            : null;
}
