using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that reads the items of a pipeline in parallel and writes them in the order of the input.</summary>
public abstract class SigmaBulkCmdlet : SigmaSessionCmdlet
{
    private OrderedParallelQueue? _work;
    private ProgressReporter? _progress;

    /// <summary>The maximum of requests in flight of this command; it can only lower the session's limit.</summary>
    [Parameter]
    [ValidateRange(1, Core.Http.SigmaHttpClient.MaxInFlight)]
    public int ThrottleLimit { get; set; } = Core.Http.SigmaHttpClient.MaxInFlight;

    /// <inheritdoc/>
    private protected override void End()
    {
        while (_work is { Open: > 0 })
        {
            FinishNext();
        }

        _progress?.Close();
    }

    /// <summary>Starts one item, and finishes those whose turn has come.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="read">Reads the item on a worker thread in parallel with others, and writes output, which is buffered until the
    /// item's turn.</param>
    private protected void Enqueue(object? target, Func<Core.Api.SigmaClient, IOutput, CancellationToken, Task> read) =>
        Enqueue(target, read, null, new BufferedLog());

    /// <summary>Starts an item that must be finished in order, because it prompts or writes a file.</summary>
    /// <typeparam name="T">The type of the read value.</typeparam>
    /// <param name="target">The target of an error.</param>
    /// <param name="read">Reads the item on a worker thread in parallel with others.</param>
    /// <param name="finish">Finishes the item in order.</param>
    /// <param name="log">The lines that were already reported for the item.</param>
    private protected void Enqueue<T>(
        object? target,
        Func<Core.Api.SigmaClient, CancellationToken, Task<T>> read,
        Func<T, IDispatcher, CancellationToken, Task> finish,
        BufferedLog log)
    {
        var found = default(T)!;
        Enqueue(
            target,
            async (client, _, cancel) => found = await read(client, cancel).ConfigureAwait(false),
            (pipeline, cancel) => finish(found, pipeline, cancel),
            log);
    }

    /// <summary>Starts an item that does not need a session; it keeps its place in the order.</summary>
    /// <typeparam name="T">The type of the read value.</typeparam>
    /// <param name="target">The target of an error.</param>
    /// <param name="read">Reads the item on a worker thread in parallel with others.</param>
    /// <param name="finish">Finishes the item in order.</param>
    /// <param name="log">The lines that were already reported for the item.</param>
    private protected void EnqueueOffline<T>(
        object? target,
        Func<CancellationToken, Task<T>> read,
        Func<T, IDispatcher, CancellationToken, Task> finish,
        BufferedLog log)
    {
        var found = default(T)!;
        Begin(
            new WorkItem(
                target,
                log,
                NewOutput(),
                async cancel => found = await read(cancel).ConfigureAwait(false),
                (pipeline, cancel) => finish(found, pipeline, cancel)));
    }

    private void Enqueue(
        object? target,
        Func<Core.Api.SigmaClient, IOutput, CancellationToken, Task> read,
        Func<IDispatcher, CancellationToken, Task>? finish,
        BufferedLog log)
    {
        var output = NewOutput();
        Begin(
            new WorkItem(
                target,
                log,
                output,
                cancel => read(new Core.Api.SigmaClient(SessionStore.Transport(Current), log), output, cancel),
                finish));
    }

    // The turn of an item that is not piped in comes at once. If its list were read ahead, a consumer that stops would cost a request
    // more, whenever the worker is faster than the pipeline thread.
    private BufferedOutput NewOutput() => new(MyInvocation.ExpectingInput, StopToken);

    private void Begin(WorkItem item)
    {
        _work ??= new OrderedParallelQueue(ThrottleLimit, StopToken);
        _progress ??= new ProgressReporter(this, MyInvocation.MyCommand.Name);
        _work.Begin(item);
        while (_work.IsDue)
        {
            FinishNext();
        }
    }

    private void FinishNext()
    {
        var item = _work!.Next();
        Run(item.Target, () =>
        {
            Await(item.Reading, item.Open, () => ReportProgress(_work.Done - 1, _work.Open + 1));
            if (item.Finish is { } finish)
            {
                RunOnWorker(finish);
            }
        });
        ReportProgress(_work.Done, _work.Open);
    }

    private void ReportProgress(int done, int open) => _progress!.Report(done, open, show => show());
}
