using System;
using System.Diagnostics;
using System.Linq;

namespace SigmaPS.Benchmarks;

/// <summary>One figure: the median time of several runs after a warm-up, and what one run allocates.</summary>
internal readonly record struct Figure(double Milliseconds, double Megabytes)
{
    public override string ToString() => FormattableString.Invariant($"{Milliseconds,8:0.0} ms {Megabytes,8:0.0} MB");
}

internal static class Measure
{
    private const int Runs = 9;

    public static Figure Run(Action work)
    {
        work();
        work();
        double[] times = new double[Runs];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++)
        {
            GC.Collect();
            long start = Stopwatch.GetTimestamp();
            work();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        double allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Runs / 1024 / 1024;
        return new Figure(times.Order().ElementAt(Runs / 2), allocated);
    }
}
