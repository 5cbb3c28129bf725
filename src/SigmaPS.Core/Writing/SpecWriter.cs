using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>The one way a model's content is replaced: read live, base rule, compare, guards, validation; then send and read back.</summary>
public sealed class SpecWriter
{
    // Whoever publishes more often than this while a write waits has to be talked to.
    private const int MostMoves = 3;

    private readonly SigmaClient _client;

    /// <summary>Makes a writer.</summary>
    /// <param name="client">The service.</param>
    public SpecWriter(SigmaClient client) => _client = client;

    /// <summary>Reads what is live and finds out what a write would do; changes nothing. Two requests.</summary>
    /// <param name="request">The wish.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>What would change and what speaks against it.</returns>
    /// <exception cref="SigmaEngineException">The model cannot be read.</exception>
    public async Task<SpecWritePlan> PrepareAsync(SpecWriteRequest request, CancellationToken cancel)
    {
        var sendsBefore = _client.SendsOf(request.DataModelId);
        var spec = await LiveSpecReader.ReadAsync(_client, request.DataModelId, null, cancel).ConfigureAwait(false);
        var live = spec.Document;
        var readAt = _client.Now;
        request = request.RebasedOn(live);
        var gone = DanglingIds.Remove(request.Document, live);
        if (gone > 0)
        {
            _client.Log.Verbose($"{gone} id{(gone == 1 ? "" : "s")} of removed columns taken out of order, summary and folders.");
        }

        var comparison = SpecDiff.Compare(live, request.Document);
        var changes = comparison.Changes;

        // Another id for the same thing is a change: workbooks hold on to ids.
        var need = JsonTree.Same(live.Pages, request.Document.Pages) ? ContentDifference.Unchanged
            : changes.Count == 0 && comparison.RenewedIds.Count == 0 ? ContentDifference.Equivalent
            : ContentDifference.Change;
        var replaced = comparison.Renewed.Where(id => id.Kind is "element" or "column" or "metric" or "relationship").Select(id => new KeyValuePair<string, string>(id.Old, id.New)).ToList();
        var (name, description) = NameConflictCheck.GetDesiredNames(request, live);
        var plan = new SpecWritePlan(request, live, spec.Text)
        {
            ReadAt = readAt,
            SendsBefore = sendsBefore,
            Difference = need,
            Changes = changes,
            ReplacedIds = replaced,
            NewName = name,
            NewDescription = description,
        };
        if (NameConflictCheck.RetainedNames(plan) is { } kept)
        {
            _client.Log.Warning(kept);
        }

        if (!plan.SendsContent && !plan.Renames)
        {
            return plan;
        }

        if (plan.SendsContent && WafRejectedText.Warning(request.Document) is { } warning)
        {
            _client.Log.Warning(warning);
        }

        if (plan.SendsContent)
        {
            UnknownKeys.Describe(request.Document, live).ToList().ForEach(_client.Log.Warning);
        }

        var gate = plan.SendsContent && !request.Protections.SkipValidation ? IntroducedErrors.ForEdit(request.Document, live, request.Protections.AllowedRules, request.CustomFunctions) : IntroducedErrors.None;
        if (gate.Doubt(plan.Name) is { } doubt)
        {
            _client.Log.Warning(doubt);
        }

        var refusals = await RefusalsAsync(plan, gate, cancel).ConfigureAwait(false);
        var impact = ConsumerImpact.None;
        if (plan.SendsContent && request.Consumers is { } check && (refusals.Count == 0 || check.ChecksRefused))
        {
            impact = await check.CheckAsync(request.DataModelId, live, request.Document, cancel).ConfigureAwait(false);
            refusals = refusals.Concat(check.Refusals(plan.Name, request.DataModelId, impact)).ToList();
        }

        return plan with { PreexistingErrors = gate.Warnings, Refusals = refusals, Impact = impact };
    }

    /// <summary>Sends the content and reads it back. Up to three requests.</summary>
    /// <param name="plan">What <see cref="PrepareAsync"/> found, without refusals.</param>
    /// <param name="cancel">Ends any wait; a PUT that is on its way may be applied all the same.</param>
    /// <param name="backedUp">Told the path of the backup, where one is wanted, before anything is sent; what it throws ends the write.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known whether it applied.</exception>
    public async Task<SpecWriteOutcome> ApplyAsync(SpecWritePlan plan, CancellationToken cancel, Action<string>? backedUp = null)
    {
        for (var moves = 1; ; moves++)
        {
            try
            {
                return await ApplyOnceAsync(plan, cancel, backedUp).ConfigureAwait(false);
            }
            catch (SigmaEngineException e) when (e.Kind == ErrorCode.SpecConflict && e.IsUnprocessed && plan.Request.Protections.IgnoreConflict && moves < MostMoves)
            {
                // The user overwrites newer versions on purpose. Every other protection looks at the version that is live now.
                _client.Log.Verbose(e.Message);
                var again = await PrepareAsync(plan.Request, cancel).ConfigureAwait(false);
                plan = plan.Request.Consumers is null ? again with { Impact = plan.Impact } : again;
            }
        }
    }

    private async Task<SpecWriteOutcome> ApplyOnceAsync(SpecWritePlan plan, CancellationToken cancel, Action<string>? backedUp)
    {
        if (plan.Refusals.Count > 0)
        {
            throw plan.Refusal();
        }

        var id = plan.Request.DataModelId;
        var backup = plan.Request.BackupFolder is { } folder ? BackupFile.Write(folder, id, plan.Name, plan.LiveVersion, plan.LiveText, _client.Now) : null;
        if (backup is not null)
        {
            backedUp?.Invoke(backup);
        }

        if (!plan.SendsContent)
        {
            return new SpecWriteOutcome { VersionBefore = plan.LiveVersion, VersionAfter = plan.LiveVersion, BackupFile = backup };
        }

        return await _client.UntilKnownAsync(
            $"A write of data model \"{plan.Name}\" was under way when its command was stopped; it may have been applied all the same. Version {plan.LiveVersion} was live before: Get-SigmaDataModelVersion {id} shows what is live now, by whom and since when.",
            write => SendAsync(plan, backup, write, cancel),
            cancel).ConfigureAwait(false);
    }

    private async Task<SpecWriteOutcome> SendAsync(SpecWritePlan plan, string? backup, InFlightWrite write, CancellationToken cancel)
    {
        var (requestId, odd) = await ConfirmedPut.SendAsync(_client, plan, write, cancel).ConfigureAwait(false);
        if (plan.Request.NoVerify)
        {
            return new SpecWriteOutcome { VersionBefore = plan.LiveVersion, ContentSent = true, Findings = plan.Advisories.Concat(odd).ToList(), BackupFile = backup, RequestId = requestId };
        }

        try
        {
            return await ReadBackAsync(plan, requestId, odd, backup, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            // The write has succeeded: that must not be lost because a look at it failed.
            return new SpecWriteOutcome { VersionBefore = plan.LiveVersion, ContentSent = true, BackupFile = backup, RequestId = requestId, Findings = plan.Advisories.Concat(odd).Append($"The content is published, but reading it back failed, so it is not verified: {e.Message}").ToList() };
        }
    }

    private async Task<SpecWriteOutcome> ReadBackAsync(SpecWritePlan plan, string? requestId, IReadOnlyList<string> odd, string? backup, CancellationToken cancel)
    {
        var id = plan.Request.DataModelId;
        var spec = await _client.GetSpecAsync(id, null, cancel).ConfigureAwait(false);
        var now = spec.Document;
        var columns = await _client.GetColumnsAsync(id, cancel).ConfigureAwait(false);
        var comparison = SpecDiff.Compare(plan.Request.Document, now);
        var broken = await BrokenConsumers.FindAsync(_client, plan.Impact, cancel).ConfigureAwait(false);
        return new SpecWriteOutcome
        {
            VersionBefore = plan.LiveVersion,
            VersionAfter = now.LatestVersion,
            WasWrittenByOtherUser = now.LatestVersion > plan.LiveVersion + 1 && !comparison.Changes.All(ServiceRewrites.IsKnownRewrite),
            ContentSent = true,
            Findings = plan.Advisories.Concat(odd).Concat(SpecVerifier.Findings(plan, now, comparison, columns)).Concat(broken).ToList(),
            ConsumerFindings = broken,
            RenewedIds = comparison.RenewedIds,
            BackupFile = backup,
            RequestId = requestId,
            Spec = spec,
        };
    }

    /// <summary>Sets the name or description that the plan holds, through the model's file. One request; more when its answer is lost.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task.</returns>
    /// <exception cref="SigmaEngineException">It failed; the message says what became of the content.</exception>
    public async Task RenameAsync(SpecWritePlan plan, CancellationToken cancel)
    {
        try
        {
            var id = plan.Request.DataModelId;
            await new VerifiedFileUpdate(_client).PatchAsync(id, new FileChange { Name = plan.NewName, Description = plan.NewDescription }, "the file of data model " + id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            throw e.With(
                ErrorCode.RenameFailed,
                $"{(plan.SendsContent ? "The content is published" : "The content is as it was")}, but the name or description of \"{plan.Name}\" could not be changed: {e.Message}",
                plan.Request.DataModelId);
        }
    }

    private async Task<IReadOnlyList<SigmaEngineException>> RefusalsAsync(SpecWritePlan plan, IntroducedErrors gate, CancellationToken cancel)
    {
        var renamed = NameConflictCheck.Check(plan);
        if (!plan.SendsContent)
        {
            return renamed is null ? Array.Empty<SigmaEngineException>() : new[] { renamed };
        }

        var story = await ConflictSummary.DescribeAsync(_client, plan.Request, plan.Live, cancel).ConfigureAwait(false);
        var author = await ConflictSummary.AuthorAsync(_client, plan.Request, plan.Live, cancel).ConfigureAwait(false);
        var elements = plan.Request.Protections.AllowUnrepresented ? new List<ElementEntry>() : await _client.GetElementsAsync(plan.Request.DataModelId, cancel).ConfigureAwait(false);
        return new[]
        {
            ConcurrencyCheck.Check(plan.Request, plan.Live, author, story) ?? await ReturnedFile.CheckAsync(_client, plan.Request, plan.Live, plan.Changes, cancel).ConfigureAwait(false) ?? renamed,
            WriteGuards.LostList(plan.Request, plan.Changes),
            DocumentBoundSources.Refusal(plan.Request.Document, plan.Live, plan.Name, plan.Request.DataModelId),
            WriteGuards.Removal(plan.Request, plan.Name, plan.Changes, plan.ReplacedIds),
            WriteGuards.Unrepresented(plan.Request, plan.Live, elements),
            gate.Refusal(plan.Name, plan.Request.DataModelId),
        }.OfType<SigmaEngineException>().ToList();
    }
}
