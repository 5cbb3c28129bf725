using System;
using System.Collections.Generic;

namespace SigmaPS.Pipeline;

/// <summary>Buffers the lines of an item until its turn, so that they appear in the order of the items.</summary>
internal sealed class BufferedLog : Core.Diagnostics.ILog
{
    private readonly object _gate = new();
    private readonly List<Action<Core.Diagnostics.ILog>> _buffer = new();
    private Core.Diagnostics.ILog? _open;

    public void Verbose(string message) => WriteOrBuffer(log => log.Verbose(message));

    public void Warning(string message) => WriteOrBuffer(log => log.Warning(message));

    /// <summary>Begins the item's turn: writes the buffered lines, and passes later ones through.</summary>
    /// <param name="log">Receives the lines.</param>
    public void Open(Core.Diagnostics.ILog log)
    {
        lock (_gate)
        {
            _buffer.ForEach(line => line(log));
            _buffer.Clear();
            _open = log;
        }
    }

    private void WriteOrBuffer(Action<Core.Diagnostics.ILog> line)
    {
        lock (_gate)
        {
            if (_open is null)
            {
                _buffer.Add(line);
            }
            else
            {
                line(_open);
            }
        }
    }
}
