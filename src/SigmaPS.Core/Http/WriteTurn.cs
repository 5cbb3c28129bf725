using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Runs a session's writes of one model in turn. No other write comes between a check of the live version and its send.</summary>
internal sealed class WriteTurn
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _sends;

    /// <summary>How many writes of the model the session has sent. A check from before the last send is stale.</summary>
    public long Sends => Interlocked.Read(ref _sends);

    /// <summary>Runs a check and a send without another write of the model in between.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="check">The check; if it throws, nothing is sent.</param>
    /// <param name="send">The send.</param>
    /// <param name="cancel">Cancels the wait for the turn.</param>
    public async Task<T> RunAsync<T>(Func<Task> check, Func<Task<T>> send, CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await check().ConfigureAwait(false);
            Interlocked.Increment(ref _sends);
            return await send().ConfigureAwait(false);
        }
        finally
        {
            _gate.Release();
        }
    }
}
