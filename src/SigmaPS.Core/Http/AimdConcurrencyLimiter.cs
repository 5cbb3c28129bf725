using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>Limits the requests in flight of a session, so that it stays below the service's rate limit. Throttling halves the limit; as
/// many successes as the limit allows raise it by one.</summary>
/// <remarks>A wait that the service asks for pauses the session's other requests too, because the service would refuse them as
/// well.</remarks>
internal sealed class AimdConcurrencyLimiter
{
    private readonly object _gate = new();
    private readonly Queue<TaskCompletionSource<bool>> _waiting = new();
    private readonly int _most;
    private readonly TimeSpan _longestHold;
    private readonly TimeProvider _time;
    private double _limit;
    private int _inFlight;
    private int _decreaseCount;
    private DateTimeOffset _heldUntil = DateTimeOffset.MinValue;

    /// <summary>Creates a limiter that starts at its maximum.</summary>
    /// <param name="most">The maximum of requests in flight.</param>
    /// <param name="longestHold">A longer Retry-After does not pause other requests, because the retry budget ends before it.</param>
    /// <param name="time">The clock.</param>
    public AimdConcurrencyLimiter(int most, TimeSpan longestHold, TimeProvider time)
    {
        _most = most;
        _limit = most;
        _longestHold = longestHold;
        _time = time;
    }

    /// <summary>How many requests may be in flight now; at least one.</summary>
    public int Allowed
    {
        get
        {
            lock (_gate)
            {
                return (int)_limit;
            }
        }
    }

    /// <summary>Sends one request when its turn comes, and adapts the limit to the result.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="send">Sends the request.</param>
    /// <param name="log">Receives the verbose lines about waits and changed limits.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="waited">Called if the request had to wait for its turn.</param>
    public async Task<T> RunAsync<T>(Func<Task<T>> send, ILog log, CancellationToken cancel, Action? waited = null)
    {
        var entering = EnterAsync(log, cancel);
        if (!entering.IsCompleted)
        {
            waited?.Invoke();
        }

        await entering.ConfigureAwait(false);
        var lowerings = Volatile.Read(ref _decreaseCount);
        try
        {
            var response = await send().ConfigureAwait(false);
            Succeeded(lowerings, log);
            return response;
        }
        catch (SigmaEngineException e)
        {
            Failed(e, lowerings, log);
            throw;
        }
        finally
        {
            Release();
        }
    }

    private async Task EnterAsync(ILog log, CancellationToken cancel)
    {
        while (true)
        {
            await WaitWhilePausedAsync(log, cancel).ConfigureAwait(false);
            if (DequeueNext() is { } turn)
            {
                using (cancel.Register(() => turn.TrySetCanceled(cancel)))
                {
                    await turn.Task.ConfigureAwait(false);
                }
            }

            // The service may have asked to wait while this request was queued.
            if (RemainingPause() == TimeSpan.Zero)
            {
                return;
            }

            Release();
        }
    }

    private async Task WaitWhilePausedAsync(ILog log, CancellationToken cancel)
    {
        for (var said = false; RemainingPause() is var held && held > TimeSpan.Zero; said = true)
        {
            if (!said)
            {
                log.Verbose($"Pause this request for {held.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s: "
                    + "Sigma asked this session to wait.");
            }

            await _time.Delay(held, cancel).ConfigureAwait(false);
        }
    }

    private TimeSpan RemainingPause()
    {
        lock (_gate)
        {
            var held = _heldUntil - _time.GetUtcNow();
            return held > TimeSpan.Zero ? held : TimeSpan.Zero;
        }
    }

    private TaskCompletionSource<bool>? DequeueNext()
    {
        lock (_gate)
        {
            if (_inFlight < (int)_limit)
            {
                _inFlight++;
                return null;
            }

            var turn = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn);
            return turn;
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            _inFlight--;
            ReleaseWaiters();
        }
    }

    private void ReleaseWaiters()
    {
        while (_inFlight < (int)_limit && _waiting.Count > 0)
        {
            // A waiter that was canceled meanwhile does not count as in flight.
            if (_waiting.Dequeue().TrySetResult(true))
            {
                _inFlight++;
            }
        }
    }

    // Ignore results of requests sent before the last decrease; they do not show whether the present limit fits.
    private void Succeeded(int lowerings, ILog log)
    {
        lock (_gate)
        {
            if (lowerings != _decreaseCount || _limit >= _most)
            {
                return;
            }

            var before = (int)_limit;
            _limit = Math.Min(_most, _limit + (1 / _limit));
            if ((int)_limit > before)
            {
                log.Verbose($"Raise the limit to {((int)_limit).ToString(CultureInfo.InvariantCulture)} requests at once.");
            }
        }
    }

    private void Failed(SigmaEngineException error, int lowerings, ILog log)
    {
        lock (_gate)
        {
            if (
                error.Kind is ErrorCode.Throttled or ErrorCode.ServiceUnavailable
                && error.RetryAfter is { } asked
                && asked <= _longestHold
                && _time.GetUtcNow() + asked is var until
                && until > _heldUntil)
            {
                _heldUntil = until;
            }

            if (error.Kind == ErrorCode.Throttled && lowerings == _decreaseCount)
            {
                _decreaseCount++;
                _limit = Math.Max(1, _limit / 2);
                log.Verbose($"Lower the limit to {((int)_limit).ToString(CultureInfo.InvariantCulture)} request(s) "
                    + "at once: Sigma throttles.");
            }
        }
    }
}
