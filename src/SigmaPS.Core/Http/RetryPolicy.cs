using System;
using System.Net.Http;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>What may be repeated, and after which wait.</summary>
/// <remarks>
/// What was refused before it was processed may be repeated whatever it is; what may have been processed only where a repetition changes nothing.
/// </remarks>
internal static class RetryPolicy
{
    /// <summary>A shorter Retry-After (0, a date in the past) is taken for none: at once and in step with all others is no way to come back.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>Whether a request that ended in this fault may be sent again.</summary>
    public static bool MayRepeat(HttpMethod method, SigmaEngineException fault) =>
        fault.Kind is ErrorCode.Throttled or ErrorCode.ServiceUnavailable or ErrorCode.NetworkUnavailable or ErrorCode.ProxyFailed
        && (fault.IsUnprocessed || method == HttpMethod.Get);

    /// <summary>How long to wait before the next try: what the service asks for, else a doubling time of which a random half is left out.</summary>
    /// <param name="fault">What the last try ended in.</param>
    /// <param name="tries">How many tries there were.</param>
    /// <param name="random">From 0 to 1.</param>
    public static TimeSpan Wait(SigmaEngineException fault, int tries, double random)
    {
        if (fault.RetryAfter is { } asked && asked >= Least)
        {
            return asked;
        }

        var doubled = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(tries - 1, 10)));
        return TimeSpan.FromSeconds(doubled * (0.5 + (random / 2)));
    }
}
