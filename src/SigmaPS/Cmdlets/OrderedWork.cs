using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Cmdlets;

/// <summary>Items that are read side by side and finished one by one, in the order in which they came.</summary>
/// <remarks>So many are begun and not finished at most that a slow one at the head does not idle the others, and memory is held to them.</remarks>
internal sealed class OrderedWork
{
    private readonly Queue<OrderedItem> _items = new();
    private readonly SemaphoreSlim _places;
    private readonly int _window;

    /// <summary>Makes an empty line.</summary>
    /// <param name="limit">How many are read at once.</param>
    public OrderedWork(int limit)
    {
        _places = new SemaphoreSlim(limit, limit);
        _window = 2 * limit;
    }

    /// <summary>How many items have been begun and not finished.</summary>
    public int Open => _items.Count;

    /// <summary>How many items have been finished, with or without success.</summary>
    public int Done { get; private set; }

    /// <summary>Whether the first in line should be finished now: it has been read, or no more may be begun before.</summary>
    public bool IsDue => _items.Count > 0 && (_items.Count >= _window || _items.Peek().Reading.IsCompleted);

    /// <summary>Begins an item.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="target">What an error is about.</param>
    /// <param name="log">What the item says before its turn.</param>
    /// <param name="output">What the reading writes of itself before its turn; null for nothing.</param>
    /// <param name="read">Reads it, on a worker thread, beside others.</param>
    /// <param name="finish">Does with it what has to be done in order.</param>
    /// <param name="ended">Cancelled when the command ends, however it does.</param>
    public void Begin<T>(object? target, HeldLog log, HeldOutput? output, Func<Task<T>> read, Func<T, IPipeline, CancellationToken, Task> finish, CancellationToken ended)
    {
        // It stands in line from here on: tasks start in any order, and the head must not wait for those behind it.
        var place = _places.WaitAsync(ended);
        var reading = Task.Run(() => ReadAsync(place, read), ended);

        // Where the command ends before an item's turn, nobody asks what became of it.
        reading.ContinueWith(task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        _items.Enqueue(new OrderedItem(target, log, output, reading, async (pipeline, cancel) => await finish(await reading.ConfigureAwait(false), pipeline, cancel).ConfigureAwait(false)));
    }

    /// <summary>Takes the first in line.</summary>
    public OrderedItem Next()
    {
        Done++;
        return _items.Dequeue();
    }

    private async Task<T> ReadAsync<T>(Task place, Func<Task<T>> read)
    {
        await place.ConfigureAwait(false);
        try
        {
            return await read().ConfigureAwait(false);
        }
        finally
        {
            _places.Release();
        }
    }
}

/// <summary>One item of a line.</summary>
internal sealed class OrderedItem
{
    public OrderedItem(object? target, HeldLog log, HeldOutput? output, Task reading, Func<IPipeline, CancellationToken, Task> finish)
    {
        Target = target;
        Log = log;
        Output = output;
        Reading = reading;
        Finish = finish;
    }

    /// <summary>What an error is about.</summary>
    public object? Target { get; }

    /// <summary>What it said before its turn.</summary>
    public HeldLog Log { get; }

    /// <summary>What its reading has written before its turn; null where it writes nothing.</summary>
    public HeldOutput? Output { get; }

    /// <summary>Ends when it has been read.</summary>
    public Task Reading { get; }

    /// <summary>Waits for the reading and does what has to be done in order.</summary>
    public Func<IPipeline, CancellationToken, Task> Finish { get; }
}
