using System;
using System.Net.Http;

namespace SigmaPS.Core.Http;

/// <summary>The Retry-After header in both of its forms: seconds, or a date (RFC 9110, section 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>The wait; null if the header is missing or unusable. A date in the past gives zero.</summary>
    /// <param name="response">The response.</param>
    /// <param name="now">The present time.</param>
    public static TimeSpan? GetDelay(HttpResponseMessage response, DateTimeOffset now) => response.Headers.RetryAfter switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > now ? date - now : TimeSpan.Zero,
        _ => null,
    };
}
