using Newtonsoft.Json;

namespace SigmaPS.Core.Http;

/// <summary>The answer of POST /v2/auth/token. The refresh token is not kept: asking again does the same and cannot expire.</summary>
internal sealed class TokenAnswer
{
    [JsonProperty("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Life in seconds; 3600 in practice.</summary>
    [JsonProperty("expires_in")]
    public double ExpiresIn { get; init; }
}
