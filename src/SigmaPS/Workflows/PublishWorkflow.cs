using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Mapping;
using SigmaPS.Pipeline;

namespace SigmaPS.Workflows;

/// <summary>A publish from the cmdlet's side: does the plan still hold, is anything against it, ask, write, tell; one error at the end.</summary>
internal sealed class PublishWorkflow
{
    private readonly PSCmdlet _cmdlet;
    private readonly SigmaSession _session;
    private readonly bool _stopsOnError;
    private readonly bool _prune;
    private readonly string? _runFolder;
    private readonly string? _tag;
    private readonly List<WriteResult> _failed = new();
    private bool _addsItems;
    private DeferredWarningLog? _warnings;
    private IReadOnlyDictionary<string, string>? _owners;
    private Core.Release.HiddenValues _hidden = Core.Release.HiddenValues.None;

    public PublishWorkflow(PSCmdlet cmdlet, SigmaSession session, bool stopsOnError, bool prune, string? runFolder, string? tag)
    {
        _cmdlet = cmdlet;
        _session = session;
        _stopsOnError = stopsOnError;
        _prune = prune;
        _runFolder = runFolder;
        _tag = tag;
    }

    /// <summary>The one error of a publish that did not do all it was asked for; null where it did.</summary>
    public Core.Diagnostics.SigmaEngineException? Failure { get; private set; }

    /// <summary>The results that the error is about.</summary>
    public WriteResult[] Failed => _failed.ToArray();

    /// <summary>Publishes. Warnings come when all is written and told, because one that stops the command would leave writes under way.</summary>
    public async Task PublishAsync(Core.Release.PlanSnapshot facts, Core.Release.ReleasePlan plan, IDispatcher pipeline, CancellationToken cancel)
    {
        _hidden = plan.Hidden;
        _warnings = new DeferredWarningLog(new CmdletLog(_cmdlet, pipeline));
        try
        {
            await PublishAsync(facts, plan, new Core.Api.SigmaClient(SessionStore.Transport(_session), _warnings), pipeline, cancel).ConfigureAwait(false);
        }
        finally
        {
            await pipeline.InvokeAsync(() =>
            {
                if (!DeferredWarningLog.EndTheCommand(_cmdlet))
                {
                    Warn();
                }

                return true;
            }).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the warnings that still wait.</summary>
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

    private async Task PublishAsync(Core.Release.PlanSnapshot facts, Core.Release.ReleasePlan plan, Core.Api.SigmaClient client, IDispatcher pipeline, CancellationToken cancel)
    {
        var stale = facts.Stale(Core.Release.PlanSnapshot.FromPlan(plan));
        if (stale.Count > 0)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.PlanStale, $"The plan for '{facts.Environment}' no longer holds, so nothing was written: {string.Join("; ", stale.Take(10))}{(stale.Count > 10 ? $"; and {stale.Count - 10} more" : "")}. Plan again and look at it.") { Target = facts.Environment };
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

            Failure = Incomplete(plan, "nothing was written", null);
            return;
        }

        foreach (var item in plan.Items.Where(item => (item.Action == Core.Release.ReleaseAction.Unchanged && (_tag is null || whatIf)) || item.Action == Core.Release.ReleaseAction.Skipped))
        {
            await pipeline.WriteAsync(OutputMapper.ToResult(item, _session)).ConfigureAwait(false);
        }

        var approved = new List<Core.Release.ReleaseItem>();
        foreach (var item in plan.Items.Where(item => item.Writes || (_prune && item.Action == Core.Release.ReleaseAction.Orphan) || (_tag is not null && item.Action == Core.Release.ReleaseAction.Unchanged)))
        {
            if (await pipeline.InvokeAsync(() => ReleasePreview.Confirm(_cmdlet, item, plan, _session, _owners)).ConfigureAwait(false))
            {
                approved.Add(item);
            }
        }

        var run = await Core.Release.ReleasePublisher.PublishAsync(client, plan, new Core.Release.PublishOptions(approved) { StopsOnError = _stopsOnError, RunFolder = _runFolder, Tag = _tag }, outcome => ReportAsync(outcome, pipeline), cancel).ConfigureAwait(false);
        if (run is not null)
        {
            pipeline.Post(() => UndoLine.Write(_cmdlet, UndoLine.OfRun(run, _addsItems)));
        }

        Failure = _failed.Count == 0 ? null : Incomplete(plan, "the others are as the folder says, or were declined", run);
    }

    private async Task ReportAsync(Core.Release.ReleaseOutcome outcome, IDispatcher pipeline)
    {
        var result = OutputMapper.ToResult(outcome, _session, _owners);
        _addsItems |= outcome is { Written: not null, Write.AddsItems: true };
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

    private Core.Diagnostics.SigmaEngineException Incomplete(Core.Release.ReleasePlan plan, string rest, Core.Release.RunFile? run) =>
        new(Core.Diagnostics.ErrorCode.ReleaseIncomplete, $"{_failed.Count} of {plan.Items.Count(item => item.Writes)} models to publish to '{plan.Request.Environment.Name}' {(_failed.Count == 1 ? "is" : "are")} not as {(plan.Rename is null ? "the folder says" : "planned")}; {rest}: {string.Join("; ", _failed.Take(10).Select(result => $"\"{result.Name}\" ({result.Status}): {string.Join(" ", result.Findings).TrimEnd('.')}"))}{(_failed.Count > 10 ? $"; and {_failed.Count - 10} more" : "")}.{(run is null ? "" : " " + UndoLine.Sentence(UndoLine.OfRun(run, _addsItems)))}");
}
