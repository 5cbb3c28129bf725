using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

public sealed partial class SigmaClient
{
    /// <summary>Runs a write and its confirmation. If it is stopped after its request was sent, the session's next command reports
    /// it.</summary>
    /// <typeparam name="T">The result of the work.</typeparam>
    /// <param name="ifStopped">The report: which write, and how to check its outcome.</param>
    /// <param name="work">The work; its request contains the given write.</param>
    /// <param name="cancel">Cancels the work.</param>
    /// <returns>The result of the work.</returns>
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
