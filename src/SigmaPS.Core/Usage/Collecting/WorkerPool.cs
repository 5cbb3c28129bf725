using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Usage;

/// <summary>Works on five items at a time: the items in flight bound the memory, and the session's limiter the requests.</summary>
internal static class WorkerPool
{
    private const int Workers = 5;

    public static async Task ForEachAsync<T>(IEnumerable<T> items, Func<T, Task> work, CancellationToken cancel)
    {
        using var queue = items.GetEnumerator();
        var gate = new object();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => WorkAsync())).ConfigureAwait(false);

        async Task WorkAsync()
        {
            while (TryTake(out var item))
            {
                cancel.ThrowIfCancellationRequested();
                await work(item).ConfigureAwait(false);
            }
        }

        bool TryTake(out T item)
        {
            lock (gate)
            {
                var has = queue.MoveNext();
                item = has ? queue.Current : default!;
                return has;
            }
        }
    }
}
