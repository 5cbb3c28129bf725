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
/// Makes a new data model and reads it back. A lost answer is settled by looking, because a second POST would make a second model.
/// </summary>
public sealed class SpecCreator
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private readonly SigmaClient _client;
    private readonly ExistingModels _known;

    /// <summary>Makes a creator.</summary>
    /// <param name="client">The service.</param>
    /// <param name="known">What is there; one for all that a command makes.</param>
    public SpecCreator(SigmaClient client, ExistingModels known)
    {
        _client = client;
        _known = known;
    }

    /// <summary>Makes the model. Three requests: the POST, spec and columns; and the list before the first one of a command.</summary>
    /// <param name="plan">The content and the name.</param>
    /// <param name="folderId">The folder.</param>
    /// <param name="userId">The member on whose behalf the session works.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="SigmaEngineException">The plan or the service refused, or it is not known whether the model was made.</exception>
    public Task<SpecCreateOutcome> CreateAsync(SpecCreatePlan plan, string folderId, string userId, CancellationToken cancel) =>
        _client.UntilKnownAsync(
            $"The making of data model \"{plan.Name}\" was under way when its command was stopped; it may be there all the same. Look "
                + "with Get-SigmaDataModel -Name before you make it again.",
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
            // The model is there: that must not be lost because a look at it failed.
            return new SpecCreateOutcome(made)
            {
                Findings = new[] { $"The model is made, but reading it back failed, so it is not verified: {e.Message}" },
            };
        }
    }

    private async Task<CreatedModel> ConfirmAsync(string name, string userId, SigmaEngineException lost, CancellationToken cancel)
    {
        _client.Log.Verbose($"No response confirmed the making of \"{name}\"; looking whether it is there: {lost.Message}");
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
                throw lost.With(
                    ErrorCode.WriteOutcomeUnknown,
                    $"It is not known whether the data model \"{name}\" was made: {lost.Message} "
                        + $"{(made.Count > 1 ? $"Several new ones bear the name: {string.Join(", ", made)}." : "No new one of that name has appeared.")} Nothing was sent again, because that could make a second one. Look with Get-SigmaDataModel before you try again."
                );
            }

            await _client.WaitAsync(PollInterval, cancel).ConfigureAwait(false);
        }

        // A look that fails says nothing about the model.
        async Task<HashSet<string>> ReadBackAsync()
        {
            try
            {
                return await FindByNameAsync(name, userId, cancel).ConfigureAwait(false);
            }
            catch (SigmaEngineException e)
            {
                _known.Forget();
                throw lost.With(
                    ErrorCode.WriteOutcomeUnknown,
                    $"It is not known whether the data model \"{name}\" was made: {lost.Message} A look for it failed too: {e.Message} "
                        + "Look with Get-SigmaDataModel before you try again."
                );
            }
        }
    }

    // The list of data models shows new ones at once; the list of files shows them late.
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
