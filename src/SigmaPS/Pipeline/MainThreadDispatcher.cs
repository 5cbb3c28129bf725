using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Pipeline;

/// <summary>Queues actions of worker threads and runs them on the pipeline thread until the work ends or the pipeline stops.</summary>
/// <remarks>It uses neither BlockingCollection nor Monitor: they spin before they wait, which takes time from the workers on a small
/// machine.</remarks>
/// <param name="write">Writes an object to the pipeline.</param>
internal sealed class MainThreadDispatcher(Action<object> write) : IDispatcher, IDisposable
{
    private const int Quarter = 250;

    private readonly ConcurrentQueue<Action> _actions = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly Action<object> _write = write;
    private volatile bool _workEnded;
    private volatile bool _closed;

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
                // The pipeline's exception continues on the pipeline thread; the worker only gets a cancellation.
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

    // No caller waits for it, so do not wake the pipeline thread; waking it can cost more than a request.
    public void Post(Action action)
    {
        if (_closed)
        {
            throw new OperationCanceledException("The pipeline has ended.");
        }

        _actions.Enqueue(action);
    }

    /// <summary>Runs the posted actions until the work has ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="pause">Called after a quarter of a second without an action; null for none.</param>
    /// <param name="stop">Canceled when the pipeline stops.</param>
    public void Drain(Task work, Action? pause, CancellationToken stop)
    {
        using var stopping = stop.Register(() => _wake.Set());
        work.ContinueWith(_ => End(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (true)
        {
            // Read _workEnded before draining, so that no earlier post is missed.
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

    /// <summary>Closes the queue, so that a worker that still posts is canceled. The event is not disposed, because that worker may still
    /// set it.</summary>
    public void Dispose() => _closed = true;

    private void End()
    {
        _workEnded = true;
        _wake.Set();
    }
}
