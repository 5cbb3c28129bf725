using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Decides which requests may be sent again, and after which wait.</summary>
/// <remarks>
/// Every request that was rejected before processing may be sent again. A request that may have been processed is repeated only if it is
/// idempotent, which is a GET.
/// </remarks>
internal static class RetryPolicy
{
    /// <summary>A shorter Retry-After (0, a date in the past) is ignored, so that clients do not all return at once.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether a request that ended in this error may be sent again.</summary>
    public static bool MayRepeat(HttpMethod method, SigmaEngineException error) =>
        error.Kind is ErrorCode.Throttled or ErrorCode.ServiceUnavailable or ErrorCode.NetworkUnavailable or ErrorCode.ProxyFailed
        && (error.IsUnprocessed || method == HttpMethod.Get);

    /// <summary>The wait before the next attempt: the service's Retry-After, else exponential backoff with jitter of up to one
    /// half.</summary>
    /// <param name="error">The error of the last attempt.</param>
    /// <param name="tries">The number of attempts so far.</param>
    /// <param name="random">A random number from 0 to 1.</param>
    public static TimeSpan Wait(SigmaEngineException error, int tries, double random)
    {
        if (error.RetryAfter is { } asked && asked >= Least)
        {
            return asked;
        }

        var doubled = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 10)));
        return TimeSpan.FromSeconds(doubled * (0.5 + (random / 2)));
    }
}
