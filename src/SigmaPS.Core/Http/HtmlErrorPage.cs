using System;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Recognizes the HTML error pages of proxies and of the network edge, and describes them without their markup.</summary>
internal static class HtmlErrorPage
{
    // Match whole words, because a ray ID or a script's name may contain the digits.
    private static readonly Regex RateLimitCode = new(@"\b1015\b", RegexOptions.CultureInvariant);

    /// <summary>Whether a response is an HTML page and not JSON.</summary>
    public static bool IsHtml(ApiResponse response) =>
        response.ContentType.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0
        || response.Text.TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>Creates the error that an HTML page represents.</summary>
    public static SigmaEngineException Fault(ApiRequest request, ApiResponse response)
    {
        var about = request.About ?? "the request";
        var (kind, message) = response.Status is 429 or 430 || RateLimitCode.IsMatch(response.Text) || Says(response, "rate limited")
            ? (
                ErrorCode.Throttled,
                $"The network edge in front of Sigma throttled the request for {about} (status {response.Status}). "
                    + "Wait a minute and try again.")
            : response.Status == 403 || Says(response, "you have been blocked")
            ? (ErrorCode.BlockedByEdge, $"A firewall in front of Sigma refused the request for {about} (status {response.Status}). "
                + "Sigma did not receive it.")
            : response.Status >= 500
            ? (
                ErrorCode.ServiceUnavailable,
                $"The network edge in front of Sigma could not reach the service for {about} (status {response.Status}). Try again later.")
            : (
                ErrorCode.NotJson,
                $"A web page arrived instead of JSON for {about} (status {response.Status}). The address is probably not an API address. "
                    + "Use -Region, or the API host of your region; app.sigmacomputing.com is not an API host.");
        return new SigmaEngineException(kind, message)
        {
            Target = request.About,
            Status = response.Status,
            RequestId = response.RequestId,
            IsUnprocessed = kind == ErrorCode.Throttled,
            RetryAfter = response.RetryAfter,
        };
    }

    private static bool Says(ApiResponse response, string words) => response.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
