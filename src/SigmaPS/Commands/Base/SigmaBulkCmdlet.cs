using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>A cmdlet that reads the items of a pipeline side by side and gives them in the order in which they came.</summary>
public abstract class SigmaBulkCmdlet : SigmaSessionCmdlet
{
    private OrderedParallelQueue? _work;
    private ProgressReporter? _progress;

    /// <summary>How many requests this command has in flight at once; it can only lower what the session allows.</summary>
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

    /// <summary>Begins one item, and finishes those whose turn has come.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="read">Reads it on a worker thread, beside other items, and writes what it finds; that is kept until the item's turn.</param>
    private protected void Enqueue(object? target, Func<Core.Api.SigmaClient, IOutput, CancellationToken, Task> read) => Enqueue(target, read, null, new BufferedLog());

    /// <summary>The same for an item that has to be finished in order: something is asked, or a file is written.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="target">What an error is about.</param>
    /// <param name="read">Reads it on a worker thread, beside other items.</param>
    /// <param name="finish">Does with it what has to be done in order.</param>
    /// <param name="log">What has been said about the item already.</param>
    private protected void Enqueue<T>(object? target, Func<Core.Api.SigmaClient, CancellationToken, Task<T>> read, Func<T, IDispatcher, CancellationToken, Task> finish, BufferedLog log)
    {
        var found = default(T)!;
        Enqueue(
            target,
            async (client, _, cancel) => found = await read(client, cancel).ConfigureAwait(false),
            (pipeline, cancel) => finish(found, pipeline, cancel),
            log);
    }

    /// <summary>The same for an item that does not need a session; it keeps its place in the order.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="target">What an error is about.</param>
    /// <param name="read">Reads it on a worker thread, beside other items.</param>
    /// <param name="finish">Does with it what has to be done in order.</param>
    /// <param name="log">What has been reported about the item already.</param>
    private protected void EnqueueOffline<T>(object? target, Func<CancellationToken, Task<T>> read, Func<T, IDispatcher, CancellationToken, Task> finish, BufferedLog log)
    {
        var found = default(T)!;
        Begin(new WorkItem(target, log, new BufferedOutput(), async cancel => found = await read(cancel).ConfigureAwait(false), (pipeline, cancel) => finish(found, pipeline, cancel)));
    }

    private void Enqueue(object? target, Func<Core.Api.SigmaClient, IOutput, CancellationToken, Task> read, Func<IDispatcher, CancellationToken, Task>? finish, BufferedLog log)
    {
        var output = new BufferedOutput();
        Begin(new WorkItem(target, log, output, cancel => read(new Core.Api.SigmaClient(SessionStore.Transport(Current), log), output, cancel), finish));
    }

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
