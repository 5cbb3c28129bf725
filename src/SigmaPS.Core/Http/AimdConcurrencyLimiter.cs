using System;
using System.Collections.Generic;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Http;

/// <summary>How many requests of a session are in flight: halved when the service throttles, one more again after as many successes as are allowed at once.</summary>
/// <remarks>A wait that the service asks for holds back the session's other requests too, because they would be refused alike.</remarks>
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

    /// <summary>Makes a limit that starts at its most.</summary>
    /// <param name="most">What is never exceeded.</param>
    /// <param name="longestHold">A wait longer than this is nobody's: requests fail of themselves instead.</param>
    /// <param name="time">The clock.</param>
    public AimdConcurrencyLimiter(int most, TimeSpan longestHold, TimeProvider time)
    {
        _most = most;
        _limit = most;
        _longestHold = longestHold;
        _time = time;
    }

    /// <summary>How many may be in flight now; never less than one.</summary>
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

    /// <summary>Sends one request when it is its turn, and learns from what becomes of it.</summary>
    /// <param name="send">Sends it.</param>
    /// <param name="log">Where waits and changes are said.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <param name="waited">Called where it had to wait for its turn.</param>
    public async Task<ApiResponse> RunAsync(Func<Task<ApiResponse>> send, ILog log, CancellationToken cancel, Action? waited = null)
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

            // Somebody may have been asked to wait while this one stood in line.
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
                log.Verbose($"Holding this request back for {held.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s, because Sigma has asked this session to wait.");
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
            // One that has been cancelled meanwhile takes no place.
            if (_waiting.Dequeue().TrySetResult(true))
            {
                _inFlight++;
            }
        }
    }

    // What was sent before the last lowering says nothing about the limit of now.
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
                ReleaseWaiters();
                log.Verbose($"Sending up to {((int)_limit).ToString(CultureInfo.InvariantCulture)} requests at once again.");
            }
        }
    }

    private void Failed(SigmaEngineException fault, int lowerings, ILog log)
    {
        lock (_gate)
        {
            if (fault.Kind is ErrorCode.Throttled or ErrorCode.ServiceUnavailable && fault.RetryAfter is { } asked && asked <= _longestHold && _time.GetUtcNow() + asked is var until && until > _heldUntil)
            {
                _heldUntil = until;
            }

            if (fault.Kind == ErrorCode.Throttled && lowerings == _decreaseCount)
            {
                _decreaseCount++;
                _limit = Math.Max(1, _limit / 2);
                log.Verbose($"Sigma throttles: sending at most {((int)_limit).ToString(CultureInfo.InvariantCulture)} request(s) at once for now.");
            }
        }
    }
}
