using System.Threading;

namespace SigmaPS.Core.Usage;

/// <summary>Counts the requests of a scan, and ends it at its limit.</summary>
internal sealed class RequestBudget(int? limit)
{
    private readonly int? _limit = limit;
    private int _used;

    public int Used => Volatile.Read(ref _used);

    public void Take()
    {
        if (_limit is { } limit && Volatile.Read(ref _used) >= limit)
        {
            throw new RequestLimitException(limit);
        }

        Interlocked.Increment(ref _used);
    }
}
