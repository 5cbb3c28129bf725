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
    public static TokenResponse Read(ApiResponse response) => TryReadPlain(response.Text) ?? ReadAny(response);

    /// <summary>Reads a response in its documented form, without Newtonsoft.Json; null for all other forms.</summary>
    internal static TokenResponse? TryReadPlain(string text) =>
        PlainJson.TryObject(text) is { } read
        && PlainJson.TryText(read, "access_token", out var token)
        && PlainJson.TryNumber(read, "expires_in", out var seconds)
        && PlainJson.TryText(read, "refresh_token", out var refreshToken)
            ? new TokenResponse { AccessToken = token, ExpiresIn = seconds, RefreshToken = refreshToken }
            : null;

    private static TokenResponse ReadAny(ApiResponse response)
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
