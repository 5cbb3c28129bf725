using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Reads items in parallel and finishes them one by one, in the order of the input.</summary>
/// <remarks>The number of unfinished items is limited: a slow first item does not idle the others, and memory stays bounded.</remarks>
/// <param name="limit">How many are read at once.</param>
/// <param name="ended">Canceled when the command ends for any reason.</param>
internal sealed class OrderedParallelQueue(int limit, CancellationToken ended)
{
    private readonly Queue<WorkItem> _items = new();
    private readonly Queue<WorkItem> _unread = new();
    private readonly int _limit = limit;
    private readonly CancellationToken _ended = ended;
    private int _readers;

    /// <summary>How many items are started and not finished.</summary>
    public int Open => _items.Count;

    /// <summary>How many items are finished, with or without success.</summary>
    public int Done { get; private set; }

    /// <summary>Whether to finish the first item now: it has been read, or the limit of unfinished items is reached.</summary>
    public bool IsDue => _items.Count > 0 && (_items.Count >= 2 * _limit || _items.Peek().Reading.IsCompleted);

    /// <summary>Adds an item, which a worker thread reads in parallel with others.</summary>
    /// <param name="item">The item.</param>
    public void Begin(WorkItem item)
    {
        _items.Enqueue(item);
        lock (_unread)
        {
            _unread.Enqueue(item);
            if (_readers == _limit)
            {
                return;
            }

            _readers++;
        }

        Task.Run(ReadAllAsync, CancellationToken.None);
    }

    /// <summary>Removes and returns the first item.</summary>
    public WorkItem Next()
    {
        Done++;
        return _items.Dequeue();
    }

    // A worker that has read an item reads the next one, because a switch of threads can cost more than a request.
    private async Task ReadAllAsync()
    {
        while (Unread() is { } item)
        {
            await item.ReadAsync(_ended).ConfigureAwait(false);
        }
    }

    private WorkItem? Unread()
    {
        lock (_unread)
        {
            if (_unread.Count > 0)
            {
                return _unread.Dequeue();
            }

            _readers--;
            return null;
        }
    }
}
