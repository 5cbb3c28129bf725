using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// Publishes the models of a plan whose references lost their targets, because Sigma reassigned IDs when the run saved other models.
/// </summary>
internal sealed class ReferenceRepairs(
    SigmaClient client,
    ReleasePlan plan,
    PublishOptions options,
    List<ReleaseItem> items,
    RunFile run,
    PublishedModels published)
{
    private readonly SigmaClient _client = client;
    private readonly ReleasePlan _plan = plan;
    private readonly PublishOptions _options = options;
    private readonly List<ReleaseItem> _items = items;
    private readonly RunFile _run = run;
    private readonly PublishedModels _published = published;

    /// <summary>Repairs, in dependency order. Nothing is requested unless Sigma reassigned IDs.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The outcomes.</returns>
    public async IAsyncEnumerable<ReleaseOutcome> RunAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        if (_published.Reassigned.Ids.Count == 0)
        {
            yield break;
        }

        foreach (var (item, live) in await ReadAsync(cancel).ConfigureAwait(false))
        {
            var content = live.Document.Copy();
            if (_published.Reassigned.Follow(content))
            {
                yield return await OneAsync(item, content, live, cancel).ConfigureAwait(false);
            }
        }

        await ReassignedConsumers.ReportAsync(_client, _plan, _published, cancel).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<(ReleaseItem Item, LiveSpec Live)>> ReadAsync(CancellationToken cancel)
    {
        var candidates = _plan.Items.Where(item => item.Action is ReleaseAction.Update or ReleaseAction.Unchanged or ReleaseAction.Conflict)
            .Concat(_plan.Followers)
            .ToList();
        var read = await BoundedParallel.RunAsync(candidates, async (item, stop) =>
        {
            try
            {
                var live = await LiveSpecReader.ReadAsync(_client, item.DataModelId, null, stop).ConfigureAwait(false);
                return (Item: item, Live: (LiveSpec?)live);
            }
            catch (SigmaEngineException e)
            {
                _client.Log.Warning($"Data model \"{item.Name}\" ({item.DataModelId}) could not be read, so it is unknown whether it "
                    + $"refers to IDs that Sigma reassigned: {e.Message}");
                return (item, null);
            }
        }, cancel).ConfigureAwait(false);
        var models = read.Where(pair => pair.Live is not null).Select(pair => (pair.Item, Live: pair.Live!)).ToList();
        return RenameOrder
            .Find(
                models.Select(model => (model.Item.DataModelId, model.Live.Document)).ToList(),
                Enumerable.Range(0, models.Count).ToList(),
                mainIsLast: false)
            .Select(entry => models[entry.Model])
            .ToList();
    }

    private async Task<ReleaseOutcome> OneAsync(ReleaseItem item, SpecDocument content, LiveSpec live, CancellationToken cancel)
    {
        var repair = Repair(item, content.LatestVersion, null);
        ReleaseOutcome outcome;
        try
        {
            var request = ReleaseWriteOptions.ForRename(
                _plan.Request, item.DataModelId, content, removes: false, content.LatestVersion, _run.Folder) with
            {
                Live = live,
            };
            var write = await new SpecWriter(_client).PrepareAsync(request, cancel).ConfigureAwait(false);
            repair = Repair(item, write.LiveVersion, write);
            outcome = write.Refusals.Count > 0
                ? new ReleaseOutcome(repair) { Write = write, Fault = write.Refusal(), IsRefused = true }
                : await SendAsync(item, repair, write, cancel).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            outcome = new ReleaseOutcome(repair) { Fault = ReleasePublisher.Known(e) };
        }

        return outcome.Hiding(_plan.Hidden);
    }

    private async Task<ReleaseOutcome> SendAsync(
        ReleaseItem item, ReleaseItem repair, SpecWritePlan write, CancellationToken cancel)
    {
        if (_options.ApproveRepair is { } approve && !await approve(repair).ConfigureAwait(false))
        {
            return new ReleaseOutcome(repair, ReleaseErrors.RepairDeclined(item));
        }

        var record = new RepairRecord(_run, _items.IndexOf(item));
        SpecWriteOutcome written;
        try
        {
            written = await new SpecWriter(_client)
                .ApplyAsync(write, cancel, backup => record.Begin(RunEntry.Writing(repair, write, backup, _plan.Hidden)))
                .ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind != ErrorCode.WriteOutcomeUnknown)
        {
            record.Abandon(_client.Log);
            throw;
        }

        record.Complete(written);
        if (written.Spec?.Document is { } live)
        {
            _published.RecordSave(item.DataModelId, item.Name, new SavedModel(item.Name, write.Live, write.Request.Document, live));
        }

        if (_options.Tag is { } tag)
        {
            var isVerified = !written.Findings.Except(write.Advisories).Any();
            await ReleaseTag.PutAsync(_client, item.DataModelId, tag, written.VersionAfter, isVerified, item.Impact, cancel)
                .ConfigureAwait(false);
        }

        return new ReleaseOutcome(repair) { Write = write, Written = written };
    }

    private ReleaseItem Repair(ReleaseItem item, long? version, SpecWritePlan? write)
    {
        var repair = new ReleaseItem(item.Name, ReleaseAction.Update)
        {
            Model = item.Model,
            DataModelId = item.DataModelId,
            LiveVersion = version,
            Write = write,
            Changes = write?.Changes ?? Array.Empty<Spec.Diff.SpecChange>(),
            Notes = new[] { "It refers to IDs that Sigma reassigned when this plan was published." },
        };
        repair.Hide(_plan.Hidden);
        return repair;
    }
}
