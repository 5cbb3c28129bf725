using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Release;

/// <summary>
/// Does the same work on many items at the same time. The session limits the requests. Twice as many items are started, so that
/// requests and comparisons overlap.
/// </summary>
internal static class BoundedParallel
{
    /// <summary>Runs the work on all items. The first error is thrown after all have ended.</summary>
    /// <returns>The results, in the order of the items.</returns>
    public static async Task<IReadOnlyList<TResult>> RunAsync<T, TResult>(
        IReadOnlyList<T> items,
        Func<T, CancellationToken, Task<TResult>> work,
        CancellationToken cancel)
    {
        using var places = new SemaphoreSlim(2 * Http.SigmaHttpClient.MaxInFlight);
        return await Task.WhenAll(
                items.Select(async item =>
                {
                    await places.WaitAsync(cancel).ConfigureAwait(false);
                    try
                    {
                        return await Task.Run(() => work(item, cancel), cancel).ConfigureAwait(false);
                    }
                    finally
                    {
                        places.Release();
                    }
                }))
            .ConfigureAwait(false);
    }
}
