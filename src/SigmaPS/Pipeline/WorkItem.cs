using System;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>One item of the queue.</summary>
/// <param name="target">The target of an error.</param>
/// <param name="log">Buffers the item's lines before its turn.</param>
/// <param name="output">Buffers the item's output before its turn.</param>
/// <param name="read">Reads it.</param>
/// <param name="finish">The work after the read, in order; it may wait. Null for none.</param>
internal sealed class WorkItem(
    object? target,
    BufferedLog log,
    BufferedOutput output,
    Func<CancellationToken, Task> read,
    Func<IDispatcher, CancellationToken, Task>? finish)
{
    private readonly TaskCompletionSource<bool> _read = new();
    private readonly Func<CancellationToken, Task> _reader = read;
    private readonly BufferedLog _log = log;
    private readonly BufferedOutput _output = output;

    /// <summary>The target of an error.</summary>
    public object? Target { get; } = target;

    /// <summary>Completes with the result of the read.</summary>
    public Task Reading => _read.Task;

    /// <summary>The work after the read, in order; it may wait. Null for none.</summary>
    public Func<IDispatcher, CancellationToken, Task>? Finish { get; } = finish;

    /// <summary>Reads the item. It does not throw, because an error belongs to the item's turn.</summary>
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

            // If the command ends before the item's turn, the error is not reported.
            _ = _read.Task.Exception;
        }
    }

    /// <summary>Begins the item's turn: writes the buffered lines and output, and passes later ones through.</summary>
    /// <param name="log">Receives the lines.</param>
    /// <param name="output">Receives the output.</param>
    public void Open(Core.Diagnostics.ILog log, IOutput output)
    {
        _log.Open(log);
        _output.Open(output);
    }
}
