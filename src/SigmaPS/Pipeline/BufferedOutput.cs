using System.Collections.Generic;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Keeps what a list gives until it is the item's turn; from then on each entry goes straight on, and the next page is asked for when it has been taken.</summary>
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

    /// <summary>It is the item's turn: what was held goes out, and what comes goes straight on.</summary>
    /// <param name="output">Where to.</param>
    public void Open(IOutput output)
    {
        lock (_gate)
        {
            // In line before whatever comes next; the end of the item's work waits for all of them.
            _buffer.ForEach(value => output.WriteAsync(value));
            _buffer.Clear();
            _open = output;
        }
    }
}
