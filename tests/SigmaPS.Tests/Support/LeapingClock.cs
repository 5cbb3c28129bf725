using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Tests.Support;

/// <summary>
/// The clock of a sandbox and of the sessions on it. A wait of a session takes no time: the clock leaps to its end, and what the sandbox
/// had to do until then is done first. A timeout takes its real time, so that a slow machine does not shorten it, unless a test ends it.
/// </summary>
internal sealed class LeapingClock : TimeProvider
{
    private readonly object _gate = new();
    private readonly List<ClockTimer> _pending = [];
    private readonly List<ClockTimer> _timeouts = [];
    private TimeSpan _leapt;

    public LeapingClock() => OfSession = new SessionClock(this);

    /// <summary>The same clock for the sessions.</summary>
    public TimeProvider OfSession { get; }

    /// <summary>Whether a wait of a session leaps; otherwise it takes its time.</summary>
    public bool Leaps { get; set; } = true;

    private TimeSpan Leapt
    {
        get
        {
            lock (_gate)
            {
                return _leapt;
            }
        }
    }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Leapt;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Leapt.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Start(_pending, callback, state, dueTime);

    /// <summary>Lets a time pass at once, for the timeouts of the sessions too.</summary>
    /// <param name="time">The time.</param>
    public void Pass(TimeSpan time)
    {
        Leap(time);
        End(_timeouts);
    }

    private void Leap(TimeSpan time)
    {
        lock (_gate)
        {
            _leapt += time;
        }

        End(_pending);
    }

    private ClockTimer Start(List<ClockTimer> among, TimerCallback callback, object? state, TimeSpan dueTime)
    {
        DateTimeOffset end = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : GetUtcNow() + dueTime;
        ClockTimer timer = new(this, among, callback, state, end);
        lock (_gate)
        {
            among.Add(timer);
        }

        timer.Start(dueTime);
        return timer;
    }

    private void End(List<ClockTimer> timers)
    {
        ClockTimer[] due;
        lock (_gate)
        {
            DateTimeOffset now = System.GetUtcNow() + _leapt;
            due = [.. timers.Where(timer => timer.End <= now).OrderBy(timer => timer.End)];
        }

        Array.ForEach(due, timer => timer.Fire());
    }

    private sealed class SessionClock(LeapingClock clock) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        public override long GetTimestamp() => clock.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (state is CancellationTokenSource)
            {
                return clock.Start(clock._timeouts, callback, state, dueTime);
            }

            if (!clock.Leaps || dueTime <= TimeSpan.Zero)
            {
                return System.CreateTimer(callback, state, dueTime, period);
            }

            clock.Leap(dueTime);
            return System.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    /// <summary>A wait of the sandbox, or a timeout of a session: it ends once, when its time has passed or is leapt over.</summary>
    private sealed class ClockTimer(
        LeapingClock clock, List<ClockTimer> among, TimerCallback callback, object? state, DateTimeOffset end) : ITimer
    {
        private ITimer? _real;
        private int _ended;

        public DateTimeOffset End { get; } = end;

        public void Start(TimeSpan dueTime)
        {
            _real = System.CreateTimer(_ => Fire(), null, dueTime, Timeout.InfiniteTimeSpan);
            if (Volatile.Read(ref _ended) == 1)
            {
                _real.Dispose();
            }
        }

        public void Fire()
        {
            if (Interlocked.Exchange(ref _ended, 1) == 0)
            {
                Dispose();
                callback(state);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            Interlocked.Exchange(ref _ended, 1);
            lock (clock._gate)
            {
                among.Remove(this);
            }

            _real?.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
