using Newtonsoft.Json;

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
}
