using System;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Cmdlets;

/// <summary>A cmdlet that reads the items of a pipeline side by side and gives them in the order in which they came.</summary>
public abstract class SigmaBulkCmdlet : SigmaSessionCmdlet
{
    private OrderedWork? _work;
    private WorkProgress? _progress;

    /// <summary>How many requests this command has in flight at once; it can only lower what the session allows.</summary>
    [Parameter]
    [ValidateRange(1, Core.Http.ApiTransport.MaxInFlight)]
    public int ThrottleLimit { get; set; } = Core.Http.ApiTransport.MaxInFlight;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        while (_work is { Open: > 0 })
        {
            FinishNext();
        }

        _progress?.Close();
    }

    /// <summary>Begins one item, and finishes those whose turn has come.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="target">What an error is about.</param>
    /// <param name="read">Reads it on a worker thread, beside other items.</param>
    /// <param name="finish">Does with it what has to be done in order: writes, asks.</param>
    /// <param name="log">What has been said about the item already.</param>
    /// <param name="output">What the reading writes of itself; null where only the finish writes.</param>
    private protected void Enqueue<T>(object? target, Func<Core.Api.SigmaClient, CancellationToken, Task<T>> read, Func<T, IPipeline, CancellationToken, Task> finish, HeldLog? log = null, HeldOutput? output = null)
    {
        _work ??= new OrderedWork(ThrottleLimit);
        _progress ??= new WorkProgress(this, MyInvocation.MyCommand.Name);
        var said = log ?? new HeldLog();
        var ended = Ended;
        _work.Begin(target, said, output, () => read(new Core.Api.SigmaClient(SessionStore.Transport(Current), said), ended), finish, ended);
        while (_work.IsDue)
        {
            FinishNext();
        }
    }

    /// <summary>The same for a list of entries: what it gives before its turn is kept.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="list">Reads the list on a worker thread, beside those of other items, and writes its entries.</param>
    private protected void EnqueueList(object? target, Func<Core.Api.SigmaClient, IOutput, CancellationToken, Task> list)
    {
        var output = new HeldOutput();
        Enqueue(
            target,
            async (client, cancel) =>
            {
                await list(client, output, cancel).ConfigureAwait(false);
                return output;
            },
            (_, _, _) => Task.CompletedTask,
            output: output);
    }

    private void FinishNext()
    {
        var item = _work!.Next();
        Run(item.Target, async (pipeline, cancel) =>
        {
            item.Log.Open(new CmdletLog(this, pipeline));
            item.Output?.Open(pipeline);
            while (!item.Reading.IsCompleted)
            {
                await Task.WhenAny(item.Reading, _progress!.NextAsync(cancel)).ConfigureAwait(false);
                cancel.ThrowIfCancellationRequested();
                _progress.Tell(_work.Done - 1, _work.Open + 1, pipeline);
            }

            await item.Finish(pipeline, cancel).ConfigureAwait(false);
            _progress!.Tell(_work.Done, _work.Open, pipeline);
        });
    }
}
