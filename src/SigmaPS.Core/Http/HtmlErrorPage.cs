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
    public static SigmaEngineException Fault(ApiRequest request, ApiResponse response) =>
        HttpErrors.WebPage(Kind(response), request, response);

    private static ErrorCode Kind(ApiResponse response)
    {
        if (response.Status is 429 or 430 || RateLimitCode.IsMatch(response.Text) || Says(response, "rate limited"))
        {
            return ErrorCode.Throttled;
        }

        if (response.Status == 403 || Says(response, "you have been blocked"))
        {
            return ErrorCode.BlockedByEdge;
        }

        return response.Status >= 500 ? ErrorCode.ServiceUnavailable : ErrorCode.NotJson;
    }

    private static bool Says(ApiResponse response, string words) => response.Text.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;
}
