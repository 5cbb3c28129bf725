using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Http;

/// <summary>Sends a write only while its check of the live model is fresh. Otherwise the check runs again, directly before the
/// send.</summary>
/// <remarks>Each check allows one send, so every retry is checked again.</remarks>
/// <param name="checkedAt">When the live model was read.</param>
/// <param name="time">The clock that gave that time.</param>
/// <param name="turn">The writes of the same model.</param>
/// <param name="sendsBefore">How many of them had been sent before the live model was read.</param>
/// <param name="check">Checks again; it throws if the write must not be sent.</param>
internal sealed class FreshnessCheck(
    DateTimeOffset checkedAt,
    TimeProvider time,
    WriteTurn turn,
    long sendsBefore,
    Func<CancellationToken, Task> check)
{
    /// <summary>The maximum age of a check when the write is sent.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    private readonly Func<CancellationToken, Task> _check = check;
    private readonly TimeProvider _time = time;
    private readonly DateTimeOffset _checkedAt = checkedAt;
    private readonly WriteTurn _turn = turn;
    private readonly long _sendsBefore = sendsBefore;
    private bool _isStale;

    /// <summary>Marks the check as stale, because the write waited for a turn, a token, a person or a retry.</summary>
    public void Waited() => _isStale = true;

    /// <summary>Sends after a fresh check, while no other write of the model is between its own check and its send.</summary>
    /// <typeparam name="T">The response.</typeparam>
    /// <param name="send">The send.</param>
    /// <param name="cancel">Ends the wait and the check.</param>
    public Task<T> SendAsync<T>(Func<Task<T>> send, CancellationToken cancel) =>
        _turn.RunAsync(() => BeforeSendAsync(cancel), send, cancel);

    private async Task BeforeSendAsync(CancellationToken cancel)
    {
        // A clock that was set back does not show how much time has passed.
        var age = _time.GetUtcNow() - _checkedAt;
        if (_isStale || _turn.Sends != _sendsBefore || age > Longest || age < TimeSpan.Zero)
        {
            await _check(cancel).ConfigureAwait(false);
        }

        _isStale = true;
    }
}
