using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Carries a plan out: models that others depend on first, those that do not depend on each other side by side.</summary>
public sealed class ReleasePublisher
{
    private readonly SigmaClient _client;
    private readonly ReleasePlan _plan;
    private readonly PublishOptions _options;
    private readonly List<ReleaseItem> _items;
    private readonly RunFile _run;
    private readonly ReleaseState _state;
    private readonly Dictionary<string, ResolvedDependency> _upstreams;
    private readonly Dictionary<string, string> _blocked;
    private readonly ExistingModels _known;
    private bool _fails;

    private ReleasePublisher(SigmaClient client, ReleasePlan plan, PublishOptions options, List<ReleaseItem> items, RunFile run)
    {
        _client = plan.Hidden.IsEmpty ? client : client.WithLog(plan.Hidden.In(client.Log));
        _plan = plan;
        _options = options;
        _items = items;
        _run = run;
        _state = ReleaseState.Read(plan.Request.Folder, plan.Request.Environment.Name, plan.Request.Organization);
        _known = new ExistingModels(plan.Target.All.Keys);
        _upstreams = plan.Upstreams.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        _blocked = plan.Items.Where(item => item.Writes && !options.Approved.Contains(item)).ToDictionary(item => item.Name, _ => "was declined", StringComparer.Ordinal);
    }

    /// <summary>Publishes.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The plan, just made.</param>
    /// <param name="options">What may be done, and which of its models are meant.</param>
    /// <param name="take">Takes each outcome, in the order of the plan within a level.</param>
    /// <param name="cancel">Ends any wait; what was on its way may be applied all the same.</param>
    /// <returns>The run file; null where there was nothing to write.</returns>
    public static async Task<RunFile?> PublishAsync(SigmaClient client, ReleasePlan plan, PublishOptions options, Func<ReleaseOutcome, Task> take, CancellationToken cancel)
    {
        var items = plan.Items.Where(options.Approved.Contains).ToList();
        if (items.Count == 0)
        {
            return null;
        }

        var run = RunFile.Begin(options.RunFolder ?? Path.Combine(plan.Request.Folder, ".sigma", "runs"), plan, items, client.Now);
        var publisher = new ReleasePublisher(client, plan, options, items, run);
        foreach (var level in PublishOrder.Levels(items))
        {
            foreach (var outcome in await BoundedParallel.RunAsync(level, publisher.OneAsync, cancel).ConfigureAwait(false))
            {
                await take(outcome).ConfigureAwait(false);
            }
        }

        return run;
    }

    private async Task<ReleaseOutcome> OneAsync(ReleaseItem item, CancellationToken cancel)
    {
        ReleaseOutcome outcome;
        try
        {
            outcome = FindBlocker(item) ?? (item.Action switch
            {
                ReleaseAction.Orphan => await ArchiveAsync(item, cancel).ConfigureAwait(false),
                ReleaseAction.Unchanged => await TagUnchangedAsync(item, cancel).ConfigureAwait(false),
                ReleaseAction.Create => await CreateAsync(item, cancel).ConfigureAwait(false),
                _ => await UpdateAsync(item, cancel).ConfigureAwait(false),
            });
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // A fault of the module's own in one model's work must not lose what became of the others.
            outcome = new ReleaseOutcome(item) { Fault = e as SigmaEngineException ?? new SigmaEngineException(ErrorCode.Internal, $"This should not have happened, and is a fault of SigmaPS: {e.GetType().Name}: {e.Message}", e) };
        }

        try
        {
            var place = _items.IndexOf(item);
            _run.Set(place, RunEntry.FromOutcome(outcome, _run.Entries[place]));
        }
        catch (SigmaEngineException e)
        {
            // What was done is told all the same, with the error.
            outcome.Fault ??= e;
        }

        if (!outcome.Succeeded)
        {
            Block(item, "was not", fails: true);
        }

        return outcome.Hiding(_plan.Hidden);
    }

    // What depends on it is not published in this run.
    private void Block(ReleaseItem item, string why, bool fails = false)
    {
        lock (_blocked)
        {
            _blocked[item.Name] = why;
            _fails |= fails;
        }
    }

    private ReleaseOutcome? FindBlocker(ReleaseItem item)
    {
        lock (_blocked)
        {
            var cause = item.Refusals.Count > 0 ? item.Refusals[0]
                : item.Writes && item.DependsOn.FirstOrDefault(_blocked.ContainsKey) is { } below ? Later($"\"{item.Name}\" was not published, because \"{below}\", which it depends on, {_blocked[below]}", item)
                : _fails && _options.StopsOnError ? Later($"\"{item.Name}\" was not published, because another model failed before", item)
                : item.Action == ReleaseAction.Orphan && _blocked.Count > 0 ? Later($"\"{item.Name}\" was not archived, because not all models were published", item)
                : null;
            return cause is null ? null : new ReleaseOutcome(item, cause);
        }
    }

    private static SigmaEngineException Later(string why, ReleaseItem item) => new(ErrorCode.ReleaseIncomplete, why + "; plan again when that is mended.") { Target = item.DataModelId };

    private async Task<ReleaseOutcome> CreateAsync(ReleaseItem item, CancellationToken cancel)
    {
        var plan = SpecCreatePlan.FromDocument(
            Render(item),
            item.Name,
            _plan.Request.Protections.SkipValidation,
            allowedRules: _plan.Request.Protections.AllowedRules,
            customFunctions: _plan.Request.CustomFunctions);
        var made = await new SpecCreator(_client, _known).CreateAsync(plan, _plan.FolderId, _plan.Request.UserId, cancel).ConfigureAwait(false);
        var fault = await TryAsync(() =>
        {
            RecordPublished(item, made.DataModelId, plan.Document, made.Text);
            return TagAsync(item, made.DataModelId, made.Version, made.Findings.Count == 0, cancel);
        }).ConfigureAwait(false);
        return new ReleaseOutcome(item) { Made = made, Fault = fault };
    }

    private async Task<ReleaseOutcome> UpdateAsync(ReleaseItem item, CancellationToken cancel)
    {
        var document = Render(item);
        var writer = new SpecWriter(_client);
        var request = item.Content is null
            ? ReleaseWriteOptions.Request(_plan.Request, item.DataModelId, document, item.LiveVersion, _run.Folder)
            : ReleaseWriteOptions.ForRename(_plan.Request, item.DataModelId, document, item.ContentRemoves, item.LiveVersion, _run.Folder);
        var write = await writer.PrepareAsync(request, cancel).ConfigureAwait(false);
        if (write.Refusals.Count > 0)
        {
            return new ReleaseOutcome(item) { Write = write, Fault = write.Refusal(), IsRefused = true };
        }

        write = item.Content is null && ReleaseGuards.IsSettled(write, _plan.Target) ? write.ForRenameOnly() : write with { Impact = item.Impact };
        var place = _items.IndexOf(item);
        var written = await writer.ApplyAsync(write, cancel, backup => _run.Set(place, RunEntry.Writing(item, write, backup, _plan.Hidden)))
            .ConfigureAwait(false);
        var fault = await TryAsync(async () =>
        {
            RecordPublished(item, item.DataModelId, document, written.ContentSent ? written.Text : write.LiveText);
            if (write.Renames)
            {
                await writer.RenameAsync(write, cancel).ConfigureAwait(false);
            }

            var isVerified = !written.Findings.Except(write.Advisories).Except(written.ConsumerFindings).Any();
            await TagAsync(item, item.DataModelId, written.VersionAfter, isVerified, cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return new ReleaseOutcome(item) { Write = write, Written = written, IsRenamed = write.Renames && fault?.Kind != ErrorCode.RenameFailed, Fault = fault };
    }

    private async Task<ReleaseOutcome> ArchiveAsync(ReleaseItem item, CancellationToken cancel)
    {
        await new VerifiedFileUpdate(_client).DeleteAsync(item.DataModelId, "the file of data model " + item.DataModelId, cancel).ConfigureAwait(false);
        var broken = await BrokenConsumers.FindAsync(_client, item.Impact, cancel).ConfigureAwait(false);
        var findings = ConsumerErrors.Warnings(item.Impact).Concat(broken).ToList();
        return new ReleaseOutcome(item) { IsArchived = true, ConsumerFindings = findings };
    }

    private async Task<ReleaseOutcome> TagUnchangedAsync(ReleaseItem item, CancellationToken cancel)
    {
        await TagAsync(item, item.DataModelId, item.LiveVersion, isVerified: true, cancel).ConfigureAwait(false);
        return new ReleaseOutcome(item) { ConsumerFindings = ConsumerErrors.Warnings(item.Impact) };
    }

    // What is published stays published when a step behind it fails, and has to be told with the error.
    private static async Task<SigmaEngineException?> TryAsync(Func<Task> step)
    {
        try
        {
            await step().ConfigureAwait(false);
            return null;
        }
        catch (SigmaEngineException e)
        {
            return e;
        }
    }

    private Task TagAsync(ReleaseItem item, string dataModelId, long? version, bool isVerified, CancellationToken cancel) =>
        _options.Tag is { } tag
            ? ReleaseTag.PutAsync(_client, dataModelId, tag, version, isVerified, item.Impact, cancel)
            : Task.CompletedTask;

    private SpecDocument Render(ReleaseItem item) => ReleaseContent.Render(item, _plan.Target, _upstreams);

    private bool HasConsumers(string source)
    {
        lock (_upstreams)
        {
            return _upstreams.ContainsKey(source);
        }
    }

    private void RecordPublished(ReleaseItem item, string dataModelId, SpecDocument sent, string? live)
    {
        if (item.Model is null)
        {
            return;
        }

        if (item.Model.SourceId is { } source && HasConsumers(source))
        {
            if (live is null)
            {
                Block(item, "could not be read back, so that its ids are not known");
            }
            else
            {
                var published = ResolvedDependency.FromLive(dataModelId, item.Name, sent, SpecDocument.Parse(live, $"Sigma's answer for data model {dataModelId}"));
                lock (_upstreams)
                {
                    _upstreams[source] = published;
                }
            }
        }

        _state.Set(item.Model.Key, dataModelId);
    }
}
