using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>One item of a line.</summary>
internal sealed class WorkItem
{
    private readonly TaskCompletionSource<bool> _read = new();
    private readonly Func<CancellationToken, Task> _reader;
    private readonly BufferedLog _log;
    private readonly BufferedOutput _output;

    /// <summary>Makes an item that has not been read.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="log">What the item says before its turn.</param>
    /// <param name="output">What its reading gives before its turn.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="finish">What has to be done after the reading, in order, with waits of its own; null for nothing.</param>
    public WorkItem(object? target, BufferedLog log, BufferedOutput output, Func<CancellationToken, Task> read, Func<IDispatcher, CancellationToken, Task>? finish)
    {
        Target = target;
        _log = log;
        _output = output;
        _reader = read;
        Finish = finish;
    }

    /// <summary>What an error is about.</summary>
    public object? Target { get; }

    /// <summary>Ends when it has been read, as the reading has ended.</summary>
    public Task Reading => _read.Task;

    /// <summary>What has to be done after the reading, in order, with waits of its own; null for nothing.</summary>
    public Func<IDispatcher, CancellationToken, Task>? Finish { get; }

    /// <summary>Reads it. What goes wrong belongs to the item's turn, so nothing is thrown here.</summary>
    /// <param name="cancel">Ends any wait.</param>
    public async Task ReadAsync(CancellationToken cancel)
    {
        try
        {
            await _reader(cancel).ConfigureAwait(false);
            _read.SetResult(true);
        }
        catch (OperationCanceledException)
        {
            _read.TrySetCanceled(cancel);
        }
        catch (Exception e)
        {
            _read.SetException(e);

            // Where the command ends before the item's turn, nobody asks what became of it.
            _ = _read.Task.Exception;
        }
    }

    /// <summary>It is the item's turn: what it has said and given goes out, and what comes goes straight on.</summary>
    /// <param name="log">Where to say it.</param>
    /// <param name="output">Where to write it.</param>
    public void Open(Core.Diagnostics.ILog log, IOutput output)
    {
        _log.Open(log);
        _output.Open(output);
    }
}
