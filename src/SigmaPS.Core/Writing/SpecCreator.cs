using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Creates a data model and reads it back. An unconfirmed POST is not repeated, because that could create a second model; the creator looks
/// for the new model instead.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="known">The existing models; one list per command.</param>
public sealed class SpecCreator(SigmaClient client, ExistingModels known)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private readonly SigmaClient _client = client;
    private readonly ExistingModels _known = known;

    /// <summary>Creates the model. Three requests: the POST, spec and columns; and the list before the first model of a command.</summary>
    /// <param name="plan">The content and the name.</param>
    /// <param name="folderId">The folder.</param>
    /// <param name="userId">The owner of the session's credentials.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The outcome.</returns>
    /// <exception cref="SigmaEngineException">The plan contains a refusal, Sigma refused the model, or did not confirm it.</exception>
    public Task<SpecCreateOutcome> CreateAsync(SpecCreatePlan plan, string folderId, string userId, CancellationToken cancel) =>
        _client.UntilKnownAsync(
            $"The creation of data model \"{plan.Name}\" was in progress when its command was stopped, so the model may exist. "
                + $"Before you create it again, run: Get-SigmaDataModel -Name {CommandText.Quote(plan.Name)}.",
            write => CreateAsync(plan, folderId, userId, write, cancel),
            cancel);

    private async Task<SpecCreateOutcome> CreateAsync(
        SpecCreatePlan plan,
        string folderId,
        string userId,
        InFlightWrite write,
        CancellationToken cancel)
    {
        if (plan.Refusal is { } refusal)
        {
            throw refusal;
        }

        var (document, name) = (plan.Document, plan.Name);
        await _known.ReadAsync(_client, cancel).ConfigureAwait(false);
        CreatedModel made;
        try
        {
            made = await _client.PostSpecAsync(name, document.ToPostBody(name, folderId), cancel, write).ConfigureAwait(false);
        }
        catch (SigmaEngineException lost) when (PutConfirmation.MayBeApplied(lost))
        {
            made = await ConfirmAsync(name, userId, lost, cancel).ConfigureAwait(false);
        }

        _known.Add(made.DataModelId);
        try
        {
            var spec = await _client.GetSpecAsync(made.DataModelId, null, cancel).ConfigureAwait(false);
            var now = spec.Document;
            var columns = await _client.GetColumnsAsync(made.DataModelId, cancel).ConfigureAwait(false);
            var comparison = SpecDiff.Compare(document, now);
            return new SpecCreateOutcome(made)
            {
                Version = now.LatestVersion,
                Spec = spec,
                RenewedIds = comparison.RenewedIds,
                Findings = SpecVerifier.Unexpected(now, comparison, columns),
            };
        }
        catch (SigmaEngineException e)
        {
            // The model exists. A failed read-back must not hide that.
            return new SpecCreateOutcome(made)
            {
                Findings = new[] { $"The model was created, but it could not be read back, so it is not verified: {e.Message}" },
            };
        }
    }

    private async Task<CreatedModel> ConfirmAsync(string name, string userId, SigmaEngineException lost, CancellationToken cancel)
    {
        _client.Log.Verbose($"No response confirmed the creation of \"{name}\"; looking for it: {lost.Message}");
        var end = _client.Now + (_client.Patience < Longest ? _client.Patience : Longest);
        while (true)
        {
            var made = _known.New(await ReadBackAsync().ConfigureAwait(false));
            if (made.Count == 1)
            {
                return new CreatedModel { DataModelId = made[0], RequestId = lost.RequestId };
            }

            if (made.Count > 1 || _client.Now + PollInterval > end)
            {
                _known.Forget();
                throw Unconfirmed(name, lost, made.Count > 1
                    ? $"Several new models have this name: {string.Join(", ", made)}."
                    : "No new model of that name is listed yet.");
            }

            await _client.WaitAsync(PollInterval, cancel).ConfigureAwait(false);
        }

        // A failed lookup does not show whether the model exists.
        async Task<HashSet<string>> ReadBackAsync()
        {
            try
            {
                return await FindByNameAsync(name, userId, cancel).ConfigureAwait(false);
            }
            catch (SigmaEngineException e)
            {
                _known.Forget();
                throw Unconfirmed(name, lost, $"The list of models could not be read either: {e.Message}");
            }
        }
    }

    private static SigmaEngineException Unconfirmed(string name, SigmaEngineException lost, string found) =>
        lost.With(
            ErrorCode.WriteOutcomeUnknown,
            $"Sigma did not confirm that the data model \"{name}\" was created: {lost.Message} {found} The request was not repeated, "
                + $"to avoid a duplicate. Before you try again, run: Get-SigmaDataModel -Name {CommandText.Quote(name)}.");

    // Sigma lists new data models at once, but new files with a delay.
    private async Task<HashSet<string>> FindByNameAsync(string name, string userId, CancellationToken cancel)
    {
        var models = await _client.ListDataModelsAsync(false, cancel).ToListAsync(cancel).ConfigureAwait(false);
        return new HashSet<string>(
            models
                .Where(model => model.Name == name && model.CreatedBy == userId && !model.IsArchived)
                .Select(model => model.DataModelId),
            StringComparer.Ordinal);
    }
}
