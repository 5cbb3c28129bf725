using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Auth;

/// <summary>Holds the newest access token until a request takes it, and renews it once for all that wait.</summary>
/// <remarks>A renewal spends the refresh token. If a stopped command canceled it, the next refresh token would be lost with the
/// response, and the session with it. So a stop ends the wait only.</remarks>
internal sealed class TokenCache
{
    private readonly object _gate = new();
    private AccessToken? _unused;
    private Task? _renewal;

    /// <summary>Adds a token that no request has used.</summary>
    public void Add(AccessToken token)
    {
        lock (_gate)
        {
            _unused = token;
        }
    }

    /// <summary>Removes the token.</summary>
    public void Clear()
    {
        lock (_gate)
        {
            _unused = null;
        }
    }

    /// <summary>Takes the unused token; it is renewed first if there is none or if it is old.</summary>
    /// <param name="renew">Requests a token; it is not called while an earlier call runs.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancel">Ends the wait.</param>
    public async Task<AccessToken> GetAsync(Func<Task<AccessToken>> renew, TimeProvider time, CancellationToken cancel)
    {
        while (true)
        {
            Task renewal;
            lock (_gate)
            {
                if (_unused is { } token && time.GetUtcNow() < token.RenewAt)
                {
                    _unused = null;
                    return token;
                }

                renewal = _renewal is { IsCompleted: false } running
                    ? running
                    : _renewal = Task.Run(() => RenewAsync(renew), CancellationToken.None);
            }

            await renewal.WaitAsync(Timeout.InfiniteTimeSpan, time, cancel).ConfigureAwait(false);
        }
    }

    private async Task RenewAsync(Func<Task<AccessToken>> renew) => Add(await renew().ConfigureAwait(false));
}
