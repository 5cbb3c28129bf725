using System;

namespace SigmaPS.Core.Diagnostics;

/// <summary>When long work should say how far it is: seldom enough to cost nothing, often enough to be believed.</summary>
public sealed class ProgressThrottle
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Quarter = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly long _began;
    private TimeSpan _shown;
    private TimeSpan _said;

    /// <summary>The work begins now.</summary>
    public ProgressThrottle() : this(TimeProvider.System)
    {
    }

    internal ProgressThrottle(TimeProvider time)
    {
        _time = time;
        _began = time.GetTimestamp();
        _shown = Short - Quarter;
    }

    /// <summary>True at most four times a second, and never in the first second.</summary>
    /// <returns>Whether to show progress now.</returns>
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

    /// <summary>Once a minute.</summary>
    /// <returns>How many whole minutes the work has lasted, when it is time to say so; else null.</returns>
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
