using System;
using System.Collections.Concurrent;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Cmdlets;

/// <summary>Work from worker threads, drained on the pipeline thread until the work is done or the pipeline stops.</summary>
internal sealed class PipelineQueue : IPipeline, IDisposable
{
    private readonly BlockingCollection<Action> _actions = new();
    private readonly Action<object> _write;

    /// <summary>Makes a queue.</summary>
    /// <param name="write">Writes an object to the pipeline.</param>
    public PipelineQueue(Action<object> write) => _write = write;

    public Task<T> AskAsync<T>(Func<T> action)
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
        return done.Task;
    }

    public Task WriteAsync(object value) => AskAsync(() =>
    {
        _write(value);
        return true;
    });

    public void Post(Action action)
    {
        try
        {
            _actions.Add(action);
        }
        catch (InvalidOperationException e)
        {
            throw new OperationCanceledException("The pipeline has ended.", e);
        }
    }

    /// <summary>Runs what is posted until the work has ended.</summary>
    /// <param name="work">The work.</param>
    /// <param name="stop">Cancelled when the pipeline stops.</param>
    public void Drain(Task work, CancellationToken stop)
    {
        work.ContinueWith(_ => _actions.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        try
        {
            foreach (var action in _actions.GetConsumingEnumerable(stop))
            {
                action();
            }
        }
        finally
        {
            _actions.CompleteAdding();
        }
    }

    // The collection is left to the collector: a worker that is being stopped may still post to it.
    public void Dispose() => _actions.CompleteAdding();
}
