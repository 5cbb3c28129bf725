using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>Runs a publish: check for a stale plan and blockers, confirm, write and report per model; one error at the end.</summary>
internal sealed class PublishWorkflow(PSCmdlet cmdlet, SigmaSession session, bool stopsOnError, bool prune, string? runFolder, string? tag)
{
    private readonly PSCmdlet _cmdlet = cmdlet;
    private readonly SigmaSession _session = session;
    private readonly bool _stopsOnError = stopsOnError;
    private readonly bool _prune = prune;
    private readonly string? _runFolder = runFolder;
    private readonly string? _tag = tag;
    private readonly List<WriteResult> _failed = new();
    private readonly HashSet<string> _reported = new();
    private bool _addsItems;
    private DeferredWarningLog? _warnings;
    private IReadOnlyDictionary<string, string>? _owners;
    private Core.Release.HiddenValues _hidden = Core.Release.HiddenValues.None;

    /// <summary>The error of an incomplete publish; null if it is complete.</summary>
    public Core.Diagnostics.SigmaEngineException? Failure { get; private set; }

    /// <summary>The results of the models that failed.</summary>
    public WriteResult[] Failed => _failed.ToArray();

    /// <summary>Publishes. Warnings follow all writes and results, because a warning that stops the command would interrupt
    /// writes.</summary>
    public async Task PublishAsync(
        Core.Release.PlanSnapshot facts,
        Core.Release.ReleasePlan plan,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        _hidden = plan.Hidden;
        _warnings = new DeferredWarningLog(new CmdletLog(_cmdlet, pipeline));
        try
        {
            await PublishAsync(facts, plan, new Core.Api.SigmaClient(SessionStore.Transport(_session), _warnings), pipeline, cancel)
                .ConfigureAwait(false);
        }
        finally
        {
            await pipeline
                .InvokeAsync(() =>
                {
                    if (!DeferredWarningLog.EndTheCommand(_cmdlet))
                    {
                        Warn();
                    }

                    return true;
                })
                .ConfigureAwait(false);
        }
    }

    /// <summary>Writes the deferred warnings.</summary>
    public void Warn() => _warnings?.Flush(_cmdlet);

    // The content that Sigma returns contains the values too.
    private void Hide(WriteResult result)
    {
        if (!_hidden.IsEmpty)
        {
            result.Findings = result.Findings.Select(_hidden.Mask).ToArray();
            result.Spec = null;
        }
    }

    private async Task PublishAsync(
        Core.Release.PlanSnapshot facts,
        Core.Release.ReleasePlan plan,
        Core.Api.SigmaClient client,
        IDispatcher pipeline,
        CancellationToken cancel)
    {
        var stale = facts.Stale(Core.Release.PlanSnapshot.FromPlan(plan));
        if (stale.Count > 0)
        {
            throw WorkflowErrors.PlanStale(facts.Environment, stale);
        }

        _owners = await RenamePlans.OwnersAsync(client, plan, cancel).ConfigureAwait(false);
        var whatIf = await pipeline.InvokeAsync(() => WritePreview.IsWhatIf(_cmdlet)).ConfigureAwait(false);
        var blocked = plan.Items.Where(item => item.Refusals.Count > 0).ToList();
        if (blocked.Count > 0 && _stopsOnError && !whatIf)
        {
            foreach (var item in blocked)
            {
                await ReportAsync(new Core.Release.ReleaseOutcome(item, item.Refusals[0]), pipeline).ConfigureAwait(false);
            }

            Failure = WorkflowErrors.ReleaseIncomplete(plan, "Nothing was written.", _failed, null);
            return;
        }

        // An unchanged model that reads a changed one can still have to follow reassigned IDs.
        var unchanged = plan.Items.Where(item =>
            (item.Action == Core.Release.ReleaseAction.Unchanged && (_tag is null || whatIf))
            || item.Action == Core.Release.ReleaseAction.Skipped).ToList();
        var followers = unchanged.Where(item => !whatIf && item.DependsOn.Count > 0 && plan.Items.Any(other => other.Writes)).ToList();
        await WriteAsync(unchanged.Except(followers), pipeline).ConfigureAwait(false);

        var approved = new List<Core.Release.ReleaseItem>();
        foreach (
            var item in plan.Items.Where(item =>
                item.Writes
                || (_prune && item.Action == Core.Release.ReleaseAction.Orphan)
                || (_tag is not null && item.Action == Core.Release.ReleaseAction.Unchanged)))
        {
            if (await pipeline.InvokeAsync(() => ReleasePreview.Confirm(_cmdlet, item, plan, _session, _owners)).ConfigureAwait(false))
            {
                approved.Add(item);
            }
        }

        var options = new Core.Release.PublishOptions(approved)
        {
            StopsOnError = _stopsOnError,
            RunFolder = _runFolder,
            Tag = _tag,
            ApproveRepair = item => pipeline.InvokeAsync(() => ReleasePreview.Confirm(_cmdlet, item, plan, _session, _owners)),
        };
        var publisher = Core.Release.ReleasePublisher.Begin(client, plan, options);
        if (publisher is not null)
        {
            await foreach (var outcome in publisher.PublishAsync(cancel).ConfigureAwait(false))
            {
                await ReportAsync(outcome, pipeline).ConfigureAwait(false);
            }
        }

        var run = publisher?.Run;
        await WriteAsync(followers.Where(item => !_reported.Contains(item.DataModelId)), pipeline).ConfigureAwait(false);
        if (run is not null)
        {
            pipeline.Post(() => UndoLine.Write(_cmdlet, UndoLine.OfRun(run, _addsItems)));
        }

        Failure = _failed.Count == 0 ? null : Incomplete(plan, run);
    }

    private async Task WriteAsync(IEnumerable<Core.Release.ReleaseItem> items, IDispatcher pipeline)
    {
        foreach (var item in items)
        {
            await pipeline.WriteAsync(OutputMapper.ToResult(item, _session)).ConfigureAwait(false);
        }
    }

    private async Task ReportAsync(Core.Release.ReleaseOutcome outcome, IDispatcher pipeline)
    {
        _reported.Add(outcome.Item.DataModelId);
        var result = OutputMapper.ToResult(outcome, _session, _owners);
        _addsItems |= outcome is { Written: not null, Write.AddsItems: true } or { Written.AddsItems: true };
        Hide(result);
        foreach (var finding in result.Findings)
        {
            _warnings!.Warning($"\"{result.Name}\": {finding}");
        }

        if (!outcome.Succeeded)
        {
            _failed.Add(result);
        }

        await pipeline.WriteAsync(result).ConfigureAwait(false);
    }

    private Core.Diagnostics.SigmaEngineException Incomplete(Core.Release.ReleasePlan plan, Core.Release.RunFile? run)
    {
        var undo = run is null ? null : UndoLine.Sentence(UndoLine.OfRun(run, _addsItems));
        return WorkflowErrors.ReleaseIncomplete(plan, "The others have the planned state, or were declined.", _failed, undo);
    }
}
