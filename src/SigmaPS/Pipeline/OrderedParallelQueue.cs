using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Items that are read side by side and finished one by one, in the order in which they came.</summary>
/// <remarks>So many are begun and not finished at most that a slow one at the head does not idle the others, and memory is held to them.</remarks>
internal sealed class OrderedParallelQueue
{
    private readonly Queue<WorkItem> _items = new();
    private readonly Queue<WorkItem> _unread = new();
    private readonly int _limit;
    private readonly CancellationToken _ended;
    private int _readers;

    /// <summary>Makes an empty line.</summary>
    /// <param name="limit">How many are read at once.</param>
    /// <param name="ended">Cancelled when the command ends, however it does.</param>
    public OrderedParallelQueue(int limit, CancellationToken ended)
    {
        _limit = limit;
        _ended = ended;
    }

    /// <summary>How many items have been begun and not finished.</summary>
    public int Open => _items.Count;

    /// <summary>How many items have been finished, with or without success.</summary>
    public int Done { get; private set; }

    /// <summary>Whether the first in line should be finished now: it has been read, or no more may be begun before.</summary>
    public bool IsDue => _items.Count > 0 && (_items.Count >= 2 * _limit || _items.Peek().Reading.IsCompleted);

    /// <summary>Puts an item in line; it is read on a worker thread, beside others.</summary>
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

    /// <summary>Takes the first in line.</summary>
    public WorkItem Next()
    {
        Done++;
        return _items.Dequeue();
    }

    // Whoever has read one takes the next: handing a place on to another thread would cost more than many a request.
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
