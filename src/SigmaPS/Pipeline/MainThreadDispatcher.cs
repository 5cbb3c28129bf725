using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Work from worker threads, drained on the pipeline thread until the work is done or the pipeline stops.</summary>
/// <remarks>No BlockingCollection and no Monitor: they spin before they wait, which on a small machine takes the time of those who are waited for.</remarks>
internal sealed class MainThreadDispatcher : IDispatcher, IDisposable
{
    private const int Quarter = 250;

    private readonly ConcurrentQueue<Action> _actions = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly Action<object> _write;
    private volatile bool _workEnded;
    private volatile bool _closed;

    /// <summary>Makes a queue.</summary>
    /// <param name="write">Writes an object to the pipeline.</param>
    public MainThreadDispatcher(Action<object> write) => _write = write;

    public Task<T> InvokeAsync<T>(Func<T> action)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        Post(() =>
        {
            try
            {
                done.TrySetResult(action());
            }
            catch
            {
                // The pipeline's own exception goes on its way on the pipeline thread; the worker only learns that it is over.
                done.TrySetCanceled();
                throw;
            }
        });
        _wake.Set();
        return done.Task;
    }

    public Task WriteAsync(object value) => InvokeAsync(() =>
    {
        _write(value);
        return true;
    });

    // Nobody waits for it, so the pipeline thread is not woken, which would cost more than many a request.
    public void Post(Action action)
    {
        if (_closed)
        {
            throw new OperationCanceledException("The pipeline has ended.");
        }

        _actions.Enqueue(action);
    }

    /// <summary>Runs what is posted until the work has ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="pause">Called where nothing has come for a quarter of a second; null for nothing.</param>
    /// <param name="stop">Cancelled when the pipeline stops.</param>
    public void Drain(Task work, Action? pause, CancellationToken stop)
    {
        using var stopping = stop.Register(() => _wake.Set());
        work.ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (true)
        {
            // Looked at first: what was posted before the end is in the queue by then.
            var last = _workEnded;
            while (_actions.TryDequeue(out var action))
            {
                stop.ThrowIfCancellationRequested();
                action();
            }

            stop.ThrowIfCancellationRequested();
            if (last)
            {
                return;
            }

            if (!_wake.WaitOne(Quarter))
            {
                pause?.Invoke();
            }
        }
    }

    /// <summary>Nothing can be posted any more: a worker that is being stopped learns that it is over. The event is left to the collector, because that worker may still set it.</summary>
    public void Dispose() => _closed = true;

    private void End()
    {
        _workEnded = true;
        _wake.Set();
    }
}
