using System;
using System.Collections.Generic;
using Microsoft.Extensions.Time.Testing;
using SigmaPS.Core.Diagnostics;
using Xunit;

namespace SigmaPS.Core.Tests.Diagnostics;

public sealed class ProgressThrottleTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Nothing_is_shown_in_the_first_second_and_then_four_times_a_second_at_most()
    {
        ProgressThrottle progressThrottle = new(_time);
        List<int> shown = [];
        for (int ms = 0; ms < 3000; ms += 10)
        {
            if (progressThrottle.IsTimeToShow())
            {
                shown.Add(ms);
            }

            _time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.Equal([1000, 1250, 1500, 1750, 2000, 2250, 2500, 2750], shown);
    }

    [Fact]
    public void Line_is_written_once_per_minute()
    {
        ProgressThrottle progressThrottle = new(_time);
        List<(int Second, int Minutes)> said = [];
        for (int second = 0; second < 200; second++)
        {
            if (progressThrottle.IsTimeToSay() is { } minutes)
            {
                said.Add((second, minutes));
            }

            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([(60, 1), (120, 2), (180, 3)], said);
    }
}
