using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Keeps the entries of a list until the item's turn. From then on each entry is written at once, and the next page is
/// requested after that.</summary>
/// <param name="readsAhead">Whether the list is read before the item's turn. If not, the first entry waits for it.</param>
/// <param name="ended">Canceled when the command ends for any reason.</param>
internal sealed class BufferedOutput(bool readsAhead, CancellationToken ended) : IOutput
{
    private readonly object _gate = new();
    private readonly List<object> _buffer = new();
    private readonly TaskCompletionSource<IOutput> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _readsAhead = readsAhead;
    private readonly CancellationToken _ended = ended;

    public async Task WriteAsync(object value)
    {
        lock (_gate)
        {
            if (_readsAhead && !_turn.Task.IsCompleted)
            {
                _buffer.Add(value);
                return;
            }
        }

        if (!_turn.Task.IsCompleted)
        {
            using var ending = _ended.Register(() => _turn.TrySetCanceled(_ended));
            await _turn.Task.ConfigureAwait(false);
        }

        await (await _turn.Task.ConfigureAwait(false)).WriteAsync(value).ConfigureAwait(false);
    }

    /// <summary>Begins the item's turn: writes the buffered entries, and passes later ones through.</summary>
    /// <param name="output">Receives the entries.</param>
    public void Open(IOutput output)
    {
        lock (_gate)
        {
            // Queue the entry before later ones; the end of the item's work waits for all of them.
            _buffer.ForEach(value => output.WriteAsync(value));
            _buffer.Clear();
            _turn.TrySetResult(output);
        }
    }
}
