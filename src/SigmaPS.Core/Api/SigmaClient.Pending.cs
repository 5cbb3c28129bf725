using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

public sealed partial class SigmaClient
{
    /// <summary>Does a write with all that belongs to it; when it is stopped after its request has gone out, the session remembers what to tell at its next command.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="ifStopped">What to tell: which write, and how to look what became of it.</param>
    /// <param name="work">The work; its request carries the write it is given.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>What the work gives.</returns>
    internal async Task<T> UntilKnownAsync<T>(string ifStopped, Func<InFlightWrite, Task<T>> work, CancellationToken cancel)
    {
        var write = _transport.Writes.Begin(ifStopped, cancel);
        try
        {
            return await work(write).ConfigureAwait(false);
        }
        finally
        {
            _transport.Writes.End(write);
        }
    }
}
