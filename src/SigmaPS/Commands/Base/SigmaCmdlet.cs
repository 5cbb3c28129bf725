using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Binding;
using SigmaPS.Errors;
using SigmaPS.Pipeline;

namespace SigmaPS.Commands;

/// <summary>What every cmdlet stands on: stop ends any wait, work runs off the pipeline thread, one funnel for errors.</summary>
public abstract class SigmaCmdlet : PSCmdlet, IDisposable
{
    // Stop ends any wait within a second.
    private static readonly TimeSpan LongestCleanUpWait = TimeSpan.FromMilliseconds(900);

    private readonly CancellationTokenSource _stop = new();
    private ICollection<string> _named = Array.Empty<string>();
    private bool _disposed;

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        if (EmptyArgumentRule.Find(this, MyInvocation.BoundParameters) is { } empty)
        {
            ThrowTerminatingError(ErrorRecordFactory.From(Refuse(empty), empty.Parameter));
        }

        _named = MyInvocation.BoundParameters.Keys.ToArray();
        Begin();
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        // An item of the pipeline that carries an empty value is an error about that item; the others still come.
        if (EmptyArgumentRule.Find(this, MyInvocation.BoundParameters.Where(bound => !_named.Contains(bound.Key))) is { } empty)
        {
            OnErrorReported(Refuse(empty), empty.Parameter, ends: false);
            WriteError(ErrorRecordFactory.From(Refuse(empty), empty.Parameter));
        }
        else
        {
            Process();
        }
    }

    /// <inheritdoc/>
    protected sealed override void EndProcessing() => End();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            // A pipeline that ended early leaves nothing under way.
            _disposed = true;
            _stop.Cancel();
            _stop.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Begins the command, after the check of the arguments that were named.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Processes one item of the pipeline, after the check of its arguments.</summary>
    private protected virtual void Process()
    {
    }

    /// <summary>Ends the command.</summary>
    private protected virtual void End()
    {
    }

    /// <summary>Cancelled when the command ends, however it does.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Runs one item's work; an error about the item is written and the next item goes on, any other ends the command.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="work">The work; it runs on a worker thread and comes back through the pipeline it is given.</param>
    private protected void Run(object? target, Func<IDispatcher, CancellationToken, Task> work) => Run(target, () => RunOnWorker(work));

    /// <summary>Runs work on the pipeline thread through the same funnel.</summary>
    /// <param name="target">What an error is about.</param>
    /// <param name="work">The work.</param>
    private protected void Run(object? target, Action work)
    {
        try
        {
            work();
        }
        catch (Core.Diagnostics.SigmaEngineException e)
        {
            Report(e, target);
        }
        catch (FileNotFoundException e) when (e.FileName?.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) == true)
        {
            ThrowTerminatingError(ErrorRecordFactory.From(e));
        }
    }

    /// <summary>Called before each error is written, for commands that sum up what became of many items.</summary>
    /// <param name="fault">The error.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="ends">Whether it ends the command, so that nothing can be said after it.</param>
    private protected virtual void OnErrorReported(Core.Diagnostics.SigmaEngineException fault, object? target, bool ends)
    {
    }

    /// <summary>Whether every error ends the command, because nothing after it would make sense.</summary>
    private protected virtual bool EndsOnAnyError => false;

    /// <summary>Writes an error, or ends the command where every further item would fail alike.</summary>
    private protected void Report(Core.Diagnostics.SigmaEngineException fault, object? target)
    {
        var record = ErrorRecordFactory.From(fault, target);
        var ends = EndsOnAnyError || ErrorTable.All[fault.Kind].IsTerminating;
        OnErrorReported(fault, target, ends);
        if (ends)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Writes an error for each name that found nothing.</summary>
    /// <param name="missing">The errors.</param>
    private protected void ReportMissing(IEnumerable<Core.Diagnostics.SigmaEngineException> missing)
    {
        foreach (var fault in missing)
        {
            Report(fault, fault.Target);
        }
    }

    /// <summary>Warns of writes that an earlier command of the session left under way when it was stopped.</summary>
    /// <param name="session">The session; null where there is none.</param>
    private protected void ReportAbandonedWrites(SigmaSession? session)
    {
        foreach (var told in SessionStore.DrainAbandonedWrites(session))
        {
            WriteWarning(SafeText.Line(told));
        }
    }

    private Core.Diagnostics.SigmaEngineException Refuse(EmptyArgument empty) =>
        new(Core.Diagnostics.ErrorCode.InvalidArgument, empty.ToMessage(MyInvocation.MyCommand.Name));

    // A fault of the module's own in one item's work is an error about that item, and the next one still comes.
    private static void Finish(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not (Core.Diagnostics.SigmaEngineException or OperationCanceledException))
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.Internal, $"This should not have happened, and is a fault of SigmaPS: {e.GetType().Name}: {e.Message}", e);
        }
    }

    /// <summary>What has to be undone after a stop. The command waits for it, but not longer than a stop may take.</summary>
    private protected virtual Task CleanUp => Task.CompletedTask;

    /// <summary>Runs work on a worker thread and waits for it. The only place where the pipeline thread waits: it drains the queue meanwhile, and stop ends the wait.</summary>
    /// <param name="work">The work.</param>
    private protected void RunOnWorker(Func<IDispatcher, CancellationToken, Task> work)
    {
        using var queue = new MainThreadDispatcher(WriteObject);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(_stop.Token);
        var token = ended.Token;
        try
        {
            Wait(Task.Run(() => work(queue, token), token), queue, null);
        }
        finally
        {
            ended.Cancel();
            Task.WaitAny(new[] { CleanUp }, LongestCleanUpWait);
        }
    }

    /// <summary>Waits for work that was begun before, and lets through what it says and gives.</summary>
    /// <param name="work">The work.</param>
    /// <param name="open">Called with where its log and its output go from now on.</param>
    /// <param name="pause">Called now and then during a long wait.</param>
    private protected void Await(Task work, Action<Core.Diagnostics.ILog, IOutput> open, Action pause)
    {
        if (work.IsCompleted)
        {
            open(new PipelineThreadLog(this), new PipelineThreadOutput(WriteObject));
            Wait(work, null, pause);
            return;
        }

        using var queue = new MainThreadDispatcher(WriteObject);
        open(new CmdletLog(this, queue), queue);
        Wait(work, queue, pause);
    }

    // Work that stop has ended is a stopped pipeline, whether it is waited for or was over before.
    private void Wait(Task work, MainThreadDispatcher? queue, Action? pause)
    {
        try
        {
            queue?.Drain(work, pause, _stop.Token);
            Finish(work);
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
