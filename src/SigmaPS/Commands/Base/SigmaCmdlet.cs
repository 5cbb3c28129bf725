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

/// <summary>The base class of every cmdlet: stop ends any wait, work runs off the pipeline thread, errors are reported in one
/// place.</summary>
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
        // A pipeline item with an empty value is an error about that item; the others are still processed.
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
            // A pipeline that ended early cancels its work.
            _disposed = true;
            _stop.Cancel();
            _stop.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Begins the command, after the check of its arguments.</summary>
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

    /// <summary>Canceled when the command ends for any reason.</summary>
    private protected CancellationToken StopToken => _stop.Token;

    /// <summary>Records the session whose objects this runspace shows next, for the names in views.</summary>
    /// <param name="runspace">The runspace.</param>
    /// <param name="session">The session.</param>
    private protected void NoteUse(System.Management.Automation.Runspaces.Runspace runspace, SigmaSession session)
    {
        MyInvocation.BoundParameters.TryGetValue("Verbose", out var verbose);
        MemberNames.NoteUse(runspace, session, verbose is SwitchParameter { IsPresent: true }, typeof(MemberNameReader));
    }

    /// <summary>Runs one item's work. An error about the item is written and the next item is processed; any other error ends the
    /// command.</summary>
    /// <param name="target">The target of an error.</param>
    /// <param name="work">The work; it runs on a worker thread and uses the dispatcher for the pipeline thread.</param>
    private protected void Run(object? target, Func<IDispatcher, CancellationToken, Task> work) => Run(target, () => RunOnWorker(work));

    /// <summary>Runs work on the pipeline thread with the same error handling.</summary>
    /// <param name="target">The target of an error.</param>
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

    /// <summary>Called before each error is written, for commands that summarize many items.</summary>
    /// <param name="error">The error.</param>
    /// <param name="target">The target of the error.</param>
    /// <param name="ends">Whether it ends the command, so that no output can follow.</param>
    private protected virtual void OnErrorReported(Core.Diagnostics.SigmaEngineException error, object? target, bool ends)
    {
    }

    /// <summary>Whether every error ends the command, because later items would be meaningless.</summary>
    private protected virtual bool EndsOnAnyError => false;

    /// <summary>Writes an error, or ends the command if every further item would fail too.</summary>
    private protected void Report(Core.Diagnostics.SigmaEngineException error, object? target)
    {
        var record = ErrorRecordFactory.From(error, target);
        var ends = EndsOnAnyError || ErrorTable.All[error.Kind].IsTerminating;
        OnErrorReported(error, target, ends);
        if (ends)
        {
            ThrowTerminatingError(record);
        }

        WriteError(record);
    }

    /// <summary>Writes an error per name without a match.</summary>
    /// <param name="missing">The errors.</param>
    private protected void ReportMissing(IEnumerable<Core.Diagnostics.SigmaEngineException> missing)
    {
        foreach (var error in missing)
        {
            Report(error, error.Target);
        }
    }

    /// <summary>Warns about writes that were in flight when an earlier command of the session was stopped.</summary>
    /// <param name="session">The session; null if there is none.</param>
    private protected void ReportAbandonedWrites(SigmaSession? session)
    {
        foreach (var told in SessionStore.DrainAbandonedWrites(session))
        {
            WriteWarning(SafeText.Line(told));
        }
    }

    private Core.Diagnostics.SigmaEngineException Refuse(EmptyArgument empty) =>
        BindingErrors.Empty(empty, MyInvocation.MyCommand.Name);

    // An internal error in one item's work is an error about that item; the next item is still processed.
    private static void Finish(Task task)
    {
        try
        {
            task.GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not (Core.Diagnostics.SigmaEngineException or OperationCanceledException))
        {
            throw CommandErrors.Internal(e);
        }
    }

    /// <summary>The cleanup after a stop. The command waits for it, but not longer than a stop may take.</summary>
    private protected virtual Task CleanUp => Task.CompletedTask;

    /// <summary>Runs work on a worker thread and waits for it. Only here the pipeline thread waits; it drains the queue meanwhile, and
    /// stop ends the wait.</summary>
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

    /// <summary>Waits for work that was started before, and passes its lines and output through.</summary>
    /// <param name="work">The work.</param>
    /// <param name="open">Called with the log and the output to use from now on.</param>
    /// <param name="pause">Called periodically during a long wait.</param>
    private protected void Await(Task work, Action<Core.Diagnostics.ILog, IOutput> open, Action pause)
    {
        if (work.IsCompleted)
        {
            var immediate = new ImmediateDispatcher(WriteObject);
            open(new CmdletLog(this, immediate), immediate);
            Wait(work, null, pause);
            return;
        }

        using var queue = new MainThreadDispatcher(WriteObject);
        open(new CmdletLog(this, queue), queue);
        Wait(work, queue, pause);
    }

    // Work that stop has canceled is a stopped pipeline, even if it ended before the wait.
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
