using System;

namespace SigmaPS.Core.Diagnostics;

/// <summary>Limits how often long work reports progress: records at most four times per second, a line once per minute.</summary>
public sealed class ProgressThrottle
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly long _began;
    private TimeSpan _shown;
    private TimeSpan _said;

    /// <summary>Starts the clock of the work.</summary>
    public ProgressThrottle() : this(TimeProvider.System)
    {
    }

    internal ProgressThrottle(TimeProvider time)
    {
        _time = time;
        _began = time.GetTimestamp();
        _shown = Short - Quarter;
    }

    /// <summary>Decides whether to show a progress record: at most four times per second, and never in the first second.</summary>
    /// <returns>True if the progress is due now.</returns>
    public bool IsTimeToShow()
    {
        var now = _time.GetElapsedTime(_began);
        if (now - _shown < Quarter)
        {
            return false;
        }

        _shown = now;
        return true;
    }

    /// <summary>Decides whether to write a progress line: once per minute.</summary>
    /// <returns>The whole minutes that the work has lasted; null if no line is due.</returns>
    public int? IsTimeToSay()
    {
        var now = _time.GetElapsedTime(_began);
        if (now - _said < Minute)
        {
            return null;
        }

        _said = now;
        return (int)now.TotalMinutes;
    }
}
