using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that writes the entries of a list of the service, each page as soon as it arrives.</summary>
public abstract class LookupCmdlet : SigmaSessionCmdlet
{
    /// <summary>Converts the entries of a list and writes them. The next page is requested after the last entry was written.</summary>
    /// <param name="list">The list.</param>
    /// <param name="output">Receives the output.</param>
    /// <param name="map">Converts an entry to the public type; null omits the entry.</param>
    /// <param name="cancel">Ends any wait.</param>
    internal static async Task WriteListAsync<T>(
        IAsyncEnumerable<T> list,
        IOutput output,
        Func<T, object?> map,
        CancellationToken cancel)
    {
        await foreach (var entry in list.WithCancellation(cancel).ConfigureAwait(false))
        {
            if (map(entry) is { } shown)
            {
                await output.WriteAsync(shown).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Checks that a required argument has a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="missing">Creates the error of a missing value.</param>
    internal static string RequireValue(string? value, Func<Core.Diagnostics.SigmaEngineException> missing) =>
        string.IsNullOrWhiteSpace(value) ? throw missing() : value!;
}
