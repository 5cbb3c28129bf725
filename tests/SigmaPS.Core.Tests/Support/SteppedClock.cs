using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.Time.Testing;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A clock that advances only when somebody waits on it, and only to the end of that wait.</summary>
/// <remarks>A clock that a loop moves can run past a budget while the code under test has not had its turn on a busy machine.</remarks>
internal sealed class SteppedClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    // It only ends a hang.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly object _gate = new();
    private readonly List<Wait> _waits = [];
    private TaskCompletionSource<bool> _waitBegan = NewSignal();
    private TimeSpan _moved;

    /// <summary>Ends each wait on this clock, one after the other, until work has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        await RunUntilAsync(work);
        return await work;
    }

    /// <summary>Ends each wait on this clock, one after the other, until a task has ended; its error is not thrown.</summary>
    public async Task RunUntilAsync(Task ended)
    {
        while (!ended.IsCompleted)
        {
            var wait = NextWait();
            var first = await Task.WhenAny(ended, wait, Task.Delay(Patience));
            if (first != ended && first != wait)
            {
                throw new TimeoutException("The code under test neither ended nor waited on the clock.");
            }

            if (!ended.IsCompleted)
            {
                MoveOn();
            }
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // The timeout of an attempt is a timer too, but nobody waits for it.
        if (state is CancellationTokenSource)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Wait wait;
        lock (_gate)
        {
            wait = new Wait(this, _moved + dueTime, dueTime);
            _waits.Add(wait);
        }

        wait.Timer = base.CreateTimer(
            given =>
            {
                End(wait);
                callback(given);
            },
            state,
            dueTime,
            period);
        lock (_gate)
        {
            _waitBegan.TrySetResult(true);
        }

        return wait;
    }

    private Task NextWait()
    {
        lock (_gate)
        {
            if (_waitBegan.Task.IsCompleted)
            {
                _waitBegan = NewSignal();
            }

            return _waits.Any(wait => wait.Timer is not null) ? Task.CompletedTask : _waitBegan.Task;
        }
    }

    private void MoveOn()
    {
        TimeSpan step;
        lock (_gate)
        {
            var next = _waits.Where(wait => wait.Timer is not null).OrderBy(wait => wait.Due).FirstOrDefault();
            if (next is null)
            {
                return;
            }

            // The test itself may have moved the clock, so that the wait is not due where it was counted to be.
            step = next.Due > _moved ? next.Due - _moved : next.Length;
            _moved += step;
        }

        Advance(step);
    }

    private void End(Wait wait)
    {
        lock (_gate)
        {
            _waits.Remove(wait);
        }
    }

    private static TaskCompletionSource<bool> NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class Wait(SteppedClock clock, TimeSpan due, TimeSpan length) : ITimer
    {
        public TimeSpan Due { get; } = due;

        public TimeSpan Length { get; } = length;

        public ITimer? Timer { get; set; }

        public bool Change(TimeSpan dueTime, TimeSpan period) => Timer!.Change(dueTime, period);

        public void Dispose()
        {
            clock.End(this);
            Timer!.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            clock.End(this);
            return Timer!.DisposeAsync();
        }
    }
}
