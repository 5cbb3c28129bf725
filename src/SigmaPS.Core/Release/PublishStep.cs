using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Publishes one model of a plan: creates, updates, archives or tags it.</summary>
internal sealed class PublishStep
{
    private readonly SigmaClient _client;
    private readonly ReleasePlan _plan;
    private readonly PublishOptions _options;
    private readonly RunFile _run;
    private readonly PublishedModels _published;
    private readonly PublishBlocks _blocks;
    private readonly ExistingModels _known;

    /// <summary>Prepares the steps of a run.</summary>
    public PublishStep(
        SigmaClient client,
        ReleasePlan plan,
        PublishOptions options,
        RunFile run,
        PublishedModels published,
        PublishBlocks blocks)
    {
        _client = client;
        _plan = plan;
        _options = options;
        _run = run;
        _published = published;
        _blocks = blocks;
        _known = new ExistingModels(plan.Target.All.Keys);
    }

    /// <summary>Publishes.</summary>
    /// <param name="item">The model.</param>
    /// <param name="place">Its place in the run file.</param>
    /// <param name="cancel">Ends any wait; a request that was sent can still be applied.</param>
    public Task<ReleaseOutcome> RunAsync(ReleaseItem item, int place, CancellationToken cancel) => item.Action switch
    {
        ReleaseAction.Orphan => ArchiveAsync(item, cancel),
        ReleaseAction.Unchanged => TagUnchangedAsync(item, cancel),
        ReleaseAction.Create => CreateAsync(item, cancel),
        _ => UpdateAsync(item, place, cancel),
    };

    private async Task<ReleaseOutcome> CreateAsync(ReleaseItem item, CancellationToken cancel)
    {
        var plan = SpecCreatePlan.FromDocument(
            _published.Render(item),
            item.Name,
            _plan.Request.Protections.SkipValidation,
            allowedRules: _plan.Request.Protections.AllowedRules,
            customFunctions: _plan.Request.CustomFunctions);
        var made = await new SpecCreator(_client, _known).CreateAsync(plan, _plan.FolderId, _plan.Request.UserId, cancel)
            .ConfigureAwait(false);
        var error = await TryAsync(() =>
        {
            if (Known(item, made.Spec?.Document) is { } live)
            {
                _published.RecordUpstream(item, made.DataModelId, plan.Document, live);
            }

            _published.RecordId(item, made.DataModelId);
            return TagAsync(item, made.DataModelId, made.Version, made.Findings.Count == 0, cancel);
        }).ConfigureAwait(false);
        return new ReleaseOutcome(item) { Made = made, Fault = error };
    }

    private async Task<ReleaseOutcome> UpdateAsync(ReleaseItem item, int place, CancellationToken cancel)
    {
        var document = _published.Render(item);
        var writer = new SpecWriter(_client);
        var request = item.Content is null
            ? ReleaseWriteOptions.Request(_plan.Request, item.DataModelId, document, item.LiveVersion, _run.Folder)
            : ReleaseWriteOptions.ForRename(
                _plan.Request, item.DataModelId, document, item.ContentRemoves, item.LiveVersion, _run.Folder);
        var write = await writer.PrepareAsync(request, cancel).ConfigureAwait(false);
        if (write.Refusals.Count > 0)
        {
            return new ReleaseOutcome(item) { Write = write, Fault = write.Refusal(), IsRefused = true };
        }

        write = item.Content is null && ReleaseGuards.IsSettled(write, _plan.Target)
            ? write.ForRenameOnly()
            : write with { Impact = item.Impact };
        var written = await writer
            .ApplyAsync(write, cancel, backup => _run.Set(place, RunEntry.Writing(item, write, backup, _plan.Hidden)))
            .ConfigureAwait(false);
        var error = await TryAsync(async () =>
        {
            RecordUpdate(item, document, write, written);
            if (write.Renames)
            {
                await writer.RenameAsync(write, cancel).ConfigureAwait(false);
            }

            var isVerified = !written.Findings.Except(write.Advisories).Except(written.ConsumerFindings).Any();
            await TagAsync(item, item.DataModelId, written.VersionAfter, isVerified, cancel).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return new ReleaseOutcome(item)
        {
            Write = write,
            Written = written,
            IsRenamed = write.Renames && error?.Kind != ErrorCode.RenameFailed,
            Fault = error,
        };
    }

    private void RecordUpdate(ReleaseItem item, SpecDocument document, SpecWritePlan write, SpecWriteOutcome written)
    {
        if (Known(item, written.ContentSent ? written.Spec?.Document : write.Live) is { } live)
        {
            _published.RecordUpstream(item, item.DataModelId, document, live);
            if (written.ContentSent)
            {
                _published.RecordSave(
                    item.DataModelId,
                    item.Name,
                    new SavedModel(item.Name, write.Live, write.Request.Document, live));
            }
        }

        _published.RecordId(item, item.DataModelId);
    }

    // Consumers of a model cannot refer to IDs that nobody has read.
    private SpecDocument? Known(ReleaseItem item, SpecDocument? live)
    {
        if (live is null && _published.HasConsumers(item))
        {
            _blocks.Add(item, "could not be read back, so its IDs are unknown", isFailure: false);
        }

        return live;
    }

    private async Task<ReleaseOutcome> ArchiveAsync(ReleaseItem item, CancellationToken cancel)
    {
        await new VerifiedFileUpdate(_client)
            .DeleteAsync(item.DataModelId, "the file of data model " + item.DataModelId, cancel)
            .ConfigureAwait(false);
        var broken = await BrokenConsumers.FindAsync(_client, item.Impact, cancel).ConfigureAwait(false);
        var findings = ConsumerErrors.Warnings(item.Impact).Concat(broken).ToList();
        return new ReleaseOutcome(item) { IsArchived = true, ConsumerFindings = findings };
    }

    private async Task<ReleaseOutcome> TagUnchangedAsync(ReleaseItem item, CancellationToken cancel)
    {
        await TagAsync(item, item.DataModelId, item.LiveVersion, isVerified: true, cancel).ConfigureAwait(false);
        return new ReleaseOutcome(item) { ConsumerFindings = ConsumerErrors.Warnings(item.Impact) };
    }

    // The content stays published if a later step fails, so the outcome reports both.
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
}
