using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Counts what happens on other threads, and lets a test wait for a number of it.</summary>
internal sealed class Tally
{
    private readonly object _gate = new();
    private readonly List<(int Number, TaskCompletionSource<bool> Reached)> _awaited = [];
    private int _count;

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _count;
            }
        }
    }

    /// <summary>Counts one more. Values that were stored before are visible to those who waited for it.</summary>
    public void Add()
    {
        lock (_gate)
        {
            _count++;
            _awaited.ForEach(wait => _ = _count >= wait.Number && wait.Reached.TrySetResult(true));
        }
    }

    /// <summary>Ends when so many have happened.</summary>
    public Task ReachAsync(int number)
    {
        var reached = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_count >= number)
            {
                return Task.CompletedTask;
            }

            _awaited.Add((number, reached));
            return reached.Task;
        }
    }
}
