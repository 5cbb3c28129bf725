using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>An entry of GET /v2.1/members.</summary>
public sealed class MemberEntry
{
    /// <summary>The ID that owner and author fields contain.</summary>
    [JsonProperty("memberId", NullValueHandling = NullValueHandling.Ignore)]
    public string MemberId { get; init; } = "";

    /// <summary>The e-mail address.</summary>
    [JsonProperty("email", NullValueHandling = NullValueHandling.Ignore)]
    public string Email { get; init; } = "";

    /// <summary>The first name.</summary>
    [JsonProperty("firstName", NullValueHandling = NullValueHandling.Ignore)]
    public string FirstName { get; init; } = "";

    /// <summary>The last name.</summary>
    [JsonProperty("lastName", NullValueHandling = NullValueHandling.Ignore)]
    public string LastName { get; init; } = "";

    /// <summary>Sigma's name of the account type.</summary>
    [JsonProperty("memberType", NullValueHandling = NullValueHandling.Ignore)]
    public string MemberType { get; init; } = "";

    /// <summary>The ID of the member's folder My Documents.</summary>
    [JsonProperty("homeFolderId", NullValueHandling = NullValueHandling.Ignore)]
    public string HomeFolderId { get; init; } = "";

    /// <summary>Whether the member was removed.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }

    /// <summary>Whether the member is inactive.</summary>
    [JsonProperty("isInactive", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsInactive { get; init; }
}
