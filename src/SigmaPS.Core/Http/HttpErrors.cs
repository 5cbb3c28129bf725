using System.Globalization;
using System.Net.Http;
using System.Text;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>The errors of addresses, of token responses, and of responses that are not from Sigma's API.</summary>
internal static class HttpErrors
{
    /// <summary>A secret may not be sent to the address.</summary>
    /// <param name="text">The address; null if it may contain a secret.</param>
    /// <param name="why">The problem.</param>
    public static SigmaEngineException InvalidAddress(string? text, string why)
    {
        var shown = text is null ? "that was given" : $"'{text}'";
        return new SigmaEngineException(ErrorCode.InvalidAddress, $"The address {shown} {why}.");
    }

    /// <summary>Nothing can connect to the address.</summary>
    /// <param name="text">The address; null if it may contain a secret.</param>
    public static SigmaEngineException UnspecifiedAddress(string? text) => InvalidAddress(
        text,
        "has a host or a port on which a server listens, and to which no connection is possible; "
            + "use the name of the host and its port");

    /// <summary>The address is for people with a browser.</summary>
    /// <param name="text">The address; null if it may contain a secret.</param>
    public static SigmaEngineException ApplicationAddress(string? text) => InvalidAddress(
        text,
        "is the address of the application, not of the API; use -Region, or the API host shown under Administration, "
            + "Developer Access");

    /// <summary>The token response lacks the token.</summary>
    public static SigmaEngineException NoAccessToken() => new(
        ErrorCode.UnexpectedAnswer,
        "Sigma's response to the sign-in contains no access token. Try again.");

    /// <summary>The token cannot be sent in a header.</summary>
    public static SigmaEngineException InvalidAccessToken() => new(
        ErrorCode.UnexpectedAnswer,
        "Sigma's response to the sign-in contains an access token with invalid characters, so it was not used. Try again.");

    /// <summary>The token's lifetime is longer than any that is plausible.</summary>
    public static SigmaEngineException InvalidTokenLifetime(double seconds)
    {
        var shown = seconds.ToString(CultureInfo.InvariantCulture);
        return new SigmaEngineException(
            ErrorCode.UnexpectedAnswer,
            $"Sigma's response to the sign-in gives the access token a lifetime of {shown} seconds, so it was not used.");
    }

    /// <summary>The response is larger than Sigma's are.</summary>
    public static SigmaEngineException TooLarge(HttpResponseMessage response, long most, string about) => new(
        ErrorCode.UnexpectedAnswer,
        $"The response for {about} is larger than {most / 1024 / 1024} MB and was not read. Responses of Sigma's API are smaller. "
            + "Check whether a proxy responded instead.")
    {
        Status = (int)response.StatusCode,
    };

    /// <summary>The response is not text in UTF-8.</summary>
    public static SigmaEngineException InvalidUtf8(HttpResponseMessage response, string about, DecoderFallbackException cause) =>
        ResponseText.Unreadable(
            response,
            $"Sigma's response for {about} is not valid UTF-8 (near byte {cause.Index}), so it was not used. Try again.",
            cause);

    /// <summary>A web page arrived instead of JSON.</summary>
    /// <param name="kind">The error that the page represents.</param>
    /// <param name="request">The request.</param>
    /// <param name="response">The page.</param>
    public static SigmaEngineException WebPage(ErrorCode kind, ApiRequest request, ApiResponse response)
    {
        var about = request.About ?? "the request";
        var message = kind switch
        {
            ErrorCode.Throttled => $"The network edge in front of Sigma throttled the request for {about} (status {response.Status}). "
                + "Wait a minute and try again.",
            ErrorCode.BlockedByEdge => $"A firewall in front of Sigma refused the request for {about} (status {response.Status}). "
                + "Sigma did not receive it.",
            ErrorCode.ServiceUnavailable => "The network edge in front of Sigma could not reach the service for "
                + $"{about} (status {response.Status}). Try again later.",
            _ => $"A web page arrived instead of JSON for {about} (status {response.Status}). The address is probably not an API address. "
                + "Use -Region, or the API host of your region; app.sigmacomputing.com is not an API host.",
        };
        return new SigmaEngineException(kind, message)
        {
            Target = request.About,
            Status = response.Status,
            RequestId = response.RequestId,
            IsUnprocessed = kind == ErrorCode.Throttled,
            RetryAfter = response.RetryAfter,
        };
    }
}
