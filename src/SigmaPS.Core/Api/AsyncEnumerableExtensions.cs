using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Api;

/// <summary>Reads a list of the service into memory, or until an entry is found.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>Reads the whole list.</summary>
    /// <typeparam name="T">The type of an entry.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>All entries.</returns>
    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> list, CancellationToken cancel)
    {
        var all = new List<T>();
        await foreach (var entry in list.WithCancellation(cancel).ConfigureAwait(false))
        {
            all.Add(entry);
        }

        return all;
    }

    /// <summary>Finds the first entry that fits, and does not request the pages after it.</summary>
    /// <typeparam name="T">The type of an entry.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="fits">Whether an entry fits.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The entry; null if no entry fits.</returns>
    public static async Task<T?> FindAsync<T>(this IAsyncEnumerable<T> list, Predicate<T> fits, CancellationToken cancel)
        where T : class
    {
        await foreach (var entry in list.WithCancellation(cancel).ConfigureAwait(false))
        {
            if (fits(entry))
            {
                return entry;
            }
        }

        return null;
    }
}
