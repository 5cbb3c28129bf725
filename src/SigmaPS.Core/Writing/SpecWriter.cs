using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Files;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Validation;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Replaces the content of a model, for every command in the same way: read the live model, compare, check, then send and read back.
/// </summary>
/// <param name="client">The service.</param>
public sealed class SpecWriter(SigmaClient client)
{
    // If another person publishes more often than this while a write waits, the command ends.
    private const int MostMoves = 3;

    private readonly SigmaClient _client = client;

    /// <summary>Reads the live model, unless the request has it, and determines the effect of a write. Up to two requests.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The changes and the refusals.</returns>
    /// <exception cref="SigmaEngineException">The model cannot be read.</exception>
    public async Task<SpecWritePlan> PrepareAsync(SpecWriteRequest request, CancellationToken cancel)
    {
        var live = request.Live ?? await LiveSpecReader.ReadAsync(_client, request.DataModelId, null, cancel).ConfigureAwait(false);

        // The plan is prepared again if somebody publishes another version, and then it needs a new read.
        var rebased = (request with { Live = null }).RebasedOn(live.Document);
        var plan = Compare(rebased, live) with { ReadAt = live.ReadAt, SendsBefore = live.SendsBefore };
        if (NameConflictCheck.RetainedNames(plan) is { } kept)
        {
            _client.Log.Warning(kept);
        }

        if (!plan.SendsContent && !plan.Renames)
        {
            return plan;
        }

        var introduced = IntroducedErrors.None;
        if (plan.SendsContent)
        {
            Warn(plan);
            introduced = Validate(plan);
        }

        var refusals = await WriteRefusals.FindAsync(_client, plan, introduced, cancel).ConfigureAwait(false);
        return await CheckConsumersAsync(plan with { PreexistingErrors = introduced.Warnings, Refusals = refusals }, cancel)
            .ConfigureAwait(false);
    }

    /// <summary>Sends the content and reads it back. Up to three requests.</summary>
    /// <param name="plan">A prepared write without refusals.</param>
    /// <param name="cancel">Ends any wait. A PUT that was sent may be applied nevertheless.</param>
    /// <param name="backedUp">Receives the path of the backup before the send; an exception from it ends the write.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="SigmaEngineException">Sigma refused the write, or did not confirm it.</exception>
    public async Task<SpecWriteOutcome> ApplyAsync(SpecWritePlan plan, CancellationToken cancel, Action<string>? backedUp = null)
    {
        for (var moves = 1; ; moves++)
        {
            try
            {
                return await ApplyOnceAsync(plan, cancel, backedUp).ConfigureAwait(false);
            }
            catch (SigmaEngineException e)
                when (e.Kind == ErrorCode.SpecConflict && e.IsUnprocessed && Overwrites(plan) && moves < MostMoves)
            {
                // The user overwrites newer versions on purpose. Every other protection checks the new live version.
                _client.Log.Verbose(e.Message);
                var again = await PrepareAsync(plan.Request, cancel).ConfigureAwait(false);
                plan = plan.Request.Consumers is null ? again with { Impact = plan.Impact } : again;
            }
        }
    }

    /// <summary>Sets the new name and description through the model's file. One request; more if it is not confirmed.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task.</returns>
    /// <exception cref="SigmaEngineException">The change failed. The message contains the state of the content.</exception>
    public async Task RenameAsync(SpecWritePlan plan, CancellationToken cancel)
    {
        var id = plan.Request.DataModelId;
        var change = new FileChange { Name = plan.NewName, Description = plan.NewDescription };
        try
        {
            await new VerifiedFileUpdate(_client).PatchAsync(id, change, "the file of data model " + id, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
        {
            var content = plan.SendsContent ? "The content is published" : "The content is unchanged";
            throw e.With(
                ErrorCode.RenameFailed,
                $"{content}, but the name or description of \"{plan.Name}\" could not be changed: {e.Message}",
                id);
        }
    }

    private static bool Overwrites(SpecWritePlan plan) => plan.Request.Protections.IgnoreConflict;

    private SpecWritePlan Compare(SpecWriteRequest request, LiveSpec spec)
    {
        var live = spec.Document;
        var removed = DanglingIds.Remove(request.Document, live);
        if (removed > 0)
        {
            _client.Log.Verbose($"Removed {removed} ID{Wording.Plural(removed)} of removed columns from order, summary and folders.");
        }

        var comparison = SpecDiff.Compare(live, request.Document);
        var (name, description) = NameConflictCheck.GetDesiredNames(request, live);
        return new SpecWritePlan(request, live, spec.Text)
        {
            Difference = DifferenceOf(request.Document, live, comparison),
            Changes = comparison.Changes,
            ReplacedIds = comparison
                .Renewed.Where(id => ProtectedItems.HasUsedId(id.Kind))
                .Select(id => new KeyValuePair<string, string>(id.Old, id.New))
                .ToList(),
            NewName = name,
            NewDescription = description,
        };
    }

    // Another ID of the same item is a change, because workbooks refer to IDs.
    private static ContentDifference DifferenceOf(SpecDocument sent, SpecDocument live, SpecComparison comparison) =>
        JsonTree.Same(live.Pages, sent.Pages) ? ContentDifference.Unchanged
        : comparison.Changes.Count == 0 && comparison.RenewedIds.Count == 0 ? ContentDifference.Equivalent
        : ContentDifference.Change;

    private void Warn(SpecWritePlan plan)
    {
        if (WafRejectedText.Warning(plan.Request.Document) is { } warning)
        {
            _client.Log.Warning(warning);
        }

        UnknownKeys.Describe(plan.Request.Document, plan.Live).ToList().ForEach(_client.Log.Warning);
    }

    private IntroducedErrors Validate(SpecWritePlan plan)
    {
        var protections = plan.Request.Protections;
        var introduced = protections.SkipValidation
            ? IntroducedErrors.None
            : IntroducedErrors.ForEdit(plan.Request.Document, plan.Live, protections.AllowedRules, plan.Request.CustomFunctions);
        if (introduced.Doubt(plan.Name) is { } doubt)
        {
            _client.Log.Warning(doubt);
        }

        return introduced;
    }

    private static async Task<SpecWritePlan> CheckConsumersAsync(SpecWritePlan plan, CancellationToken cancel)
    {
        var id = plan.Request.DataModelId;
        if (!plan.SendsContent || plan.Request.Consumers is not { } check || (plan.Refusals.Count > 0 && !check.ChecksRefused))
        {
            return plan;
        }

        var impact = await check.CheckAsync(id, plan.Live, plan.Request.Document, cancel).ConfigureAwait(false);
        return plan with { Impact = impact, Refusals = plan.Refusals.Concat(check.Refusals(plan.Name, id, impact)).ToList() };
    }

    private async Task<SpecWriteOutcome> ApplyOnceAsync(SpecWritePlan plan, CancellationToken cancel, Action<string>? backedUp)
    {
        if (plan.Refusals.Count > 0)
        {
            throw plan.Refusal();
        }

        var id = plan.Request.DataModelId;
        var backup = plan.Request.BackupFolder is { } folder
            ? BackupFile.Write(folder, id, plan.Name, plan.LiveVersion, plan.LiveText, _client.Now)
            : null;
        if (backup is not null)
        {
            backedUp?.Invoke(backup);
        }

        return plan.SendsContent
            ? await _client.UntilKnownAsync(WriteReadBack.Abandoned(plan), write => SendAsync(plan, backup, write, cancel), cancel)
                .ConfigureAwait(false)
            : new SpecWriteOutcome { VersionBefore = plan.LiveVersion, VersionAfter = plan.LiveVersion, BackupFile = backup };
    }

    private async Task<SpecWriteOutcome> SendAsync(SpecWritePlan plan, string? backup, InFlightWrite write, CancellationToken cancel)
    {
        var (requestId, odd) = await ConfirmedPut.SendAsync(_client, plan, write, cancel).ConfigureAwait(false);
        var sent = new SpecWriteOutcome
        {
            VersionBefore = plan.LiveVersion,
            ContentSent = true,
            BackupFile = backup,
            RequestId = requestId,
            Findings = plan.Advisories.Concat(odd).ToList(),
        };
        return plan.Request.NoVerify ? sent : await WriteReadBack.ReadAsync(_client, plan, sent, cancel).ConfigureAwait(false);
    }
}
