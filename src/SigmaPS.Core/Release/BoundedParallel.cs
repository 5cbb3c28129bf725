using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Release;

/// <summary>
/// The same work on many things at once. The session's own limit bounds the requests; twice as many are begun, so that reading and
/// comparing overlap.
/// </summary>
internal static class BoundedParallel
{
    /// <summary>Runs all of them; the first fault is thrown when all have ended.</summary>
    /// <returns>The results, in the order of the things.</returns>
    public static async Task<IReadOnlyList<TResult>> RunAsync<T, TResult>(
        IReadOnlyList<T> things,
        Func<T, CancellationToken, Task<TResult>> work,
        CancellationToken cancel)
    {
        using var places = new SemaphoreSlim(2 * Http.SigmaHttpClient.MaxInFlight);
        return await Task.WhenAll(
                things.Select(async thing =>
                {
                    await places.WaitAsync(cancel).ConfigureAwait(false);
                    try
                    {
                        return await Task.Run(() => work(thing, cancel), cancel).ConfigureAwait(false);
                    }
                    finally
                    {
                        places.Release();
                    }
                }))
            .ConfigureAwait(false);
    }
}
