using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Buffers the entries of a list until the item's turn. From then on each entry is written at once, and the next page is
/// requested after that.</summary>
internal sealed class BufferedOutput : IOutput
{
    private readonly object _gate = new();
    private readonly List<object> _buffer = new();
    private IOutput? _open;

    public Task WriteAsync(object value)
    {
        lock (_gate)
        {
            if (_open is null)
            {
                _buffer.Add(value);
                return Task.CompletedTask;
            }
        }

        return _open.WriteAsync(value);
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
            _open = output;
        }
    }
}
