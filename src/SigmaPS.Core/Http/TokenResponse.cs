using Newtonsoft.Json;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The answer of POST /v2/auth/token. The refresh token is not kept: asking again does the same and cannot expire.</summary>
internal sealed class TokenResponse
{
    [JsonProperty("access_token")]
    public string? AccessToken { get; init; }

    /// <summary>Life in seconds; 3600 in practice.</summary>
    [JsonProperty("expires_in")]
    public double ExpiresIn { get; init; }

    /// <summary>Reads an answer. What is wrong with it is not quoted, because a token may stand in it.</summary>
    public static TokenResponse Read(ApiResponse response)
    {
        try
        {
            return JsonConvert.DeserializeObject<TokenResponse>(response.Text) ?? new TokenResponse();
        }
        catch (JsonException)
        {
            throw new SigmaEngineException(ErrorCode.UnexpectedAnswer, "Sigma's answer to the sign-in is not what the API promises.") { Status = response.Status, RequestId = response.RequestId };
        }
    }
}
