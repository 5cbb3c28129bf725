using System;
using System.Text.RegularExpressions;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Recognises the HTML pages that stand in front of the service and says what they mean, without a tag of theirs.</summary>
internal static class HtmlErrorPage
{
    // As a word of its own: a ray id or a script's name may hold the digits too.
    private static readonly Regex RateLimitCode = new(@"\b1015\b", RegexOptions.CultureInvariant);

    /// <summary>Whether an answer is a page and not JSON.</summary>
    public static bool IsHtml(ApiResponse response) =>
        response.ContentType.IndexOf("html", StringComparison.OrdinalIgnoreCase) >= 0
        || response.Text.TrimStart().StartsWith("<", StringComparison.Ordinal);

    /// <summary>The fault that a page stands for.</summary>
    public static SigmaEngineException Fault(ApiRequest request, ApiResponse response)
    {
        var about = request.About ?? "the request";
        var (kind, message) = response.Status is 429 or 430 || RateLimitCode.IsMatch(response.Text) || Says(response, "rate limited")
            ? (ErrorCode.Throttled, $"Requests come too fast: the network edge in front of Sigma stopped the one for {about} (status {response.Status}). Wait a minute and try again.")
            : response.Status == 403 || Says(response, "you have been blocked")
            ? (ErrorCode.BlockedByEdge, $"A firewall in front of Sigma refused the request for {about} (status {response.Status}). Sigma itself has not seen it.")
            : response.Status >= 500
            ? (ErrorCode.ServiceUnavailable, $"The network edge in front of Sigma could not reach the service for {about} (status {response.Status}); try again later.")
            : (ErrorCode.NotJson, $"A web page came instead of JSON for {about} (status {response.Status}). The address is probably no API address: the API has a host of its own for each region, and app.sigmacomputing.com is not one of them.");
        return new SigmaEngineException(kind, message) { Target = request.About, Status = response.Status, RequestId = response.RequestId, IsUnprocessed = kind == ErrorCode.Throttled, RetryAfter = response.RetryAfter };
    }

    private static bool Says(ApiResponse response, string words) => response.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
