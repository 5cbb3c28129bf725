using Newtonsoft.Json;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The response of a token endpoint.</summary>
internal sealed class TokenResponse
{
    [JsonProperty("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>The lifetime in seconds; 3600 in practice.</summary>
    [JsonProperty("expires_in")]
    public double ExpiresIn { get; init; }

    /// <summary>The next refresh token. Only a browser login uses it: client ID and secret do the same and do not expire.</summary>
    [JsonProperty("refresh_token")]
    public string? RefreshToken { get; init; }

    /// <summary>Parses a response. The error does not quote it, because it may contain a token.</summary>
    public static TokenResponse Read(ApiResponse response)
    {
        try
        {
            return JsonConvert.DeserializeObject<TokenResponse>(response.Text) ?? new TokenResponse();
        }
        catch (JsonException)
        {
            throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, "Sigma's response to the sign-in is not valid JSON. Try again.")
            {
                Status = response.Status,
                RequestId = response.RequestId,
            };
        }
    }
}
