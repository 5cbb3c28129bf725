using System;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Recovers an unconfirmed write: finds out whether the PUT was applied. Repeating it blindly could undo the work of another person.
/// </summary>
internal static class UnconfirmedWriteRecovery
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);

    /// <summary>Watches the live model, and sends the PUT once more if the model does not change.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The write.</param>
    /// <param name="lost">The error of the PUT.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The ID of the request that confirmed the write; null without one.</returns>
    /// <exception cref="SigmaEngineException">The write could not be confirmed.</exception>
    public static async Task<string?> ConfirmAsync(
        SigmaClient client,
        SpecWritePlan plan,
        SigmaEngineException lost,
        CancellationToken cancel)
    {
        try
        {
            return await WatchAndSendAsync(client, plan, lost, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind != ErrorCode.WriteOutcomeUnknown)
        {
            // A failed read does not show whether the write was applied.
            throw Unknown(plan, e);
        }
    }

    private static async Task<string?> WatchAndSendAsync(
        SigmaClient client,
        SpecWritePlan plan,
        SigmaEngineException lost,
        CancellationToken cancel)
    {
        client.Log.Verbose($"No response confirmed the write of \"{plan.Name}\"; reading the live version: {lost.Message}");
        if (await WatchAsync(client, plan, lost, cancel).ConfigureAwait(false) is { } applied)
        {
            return applied.RequestId;
        }

        client.Log.Verbose(
            $"\"{plan.Name}\" is still version {plan.LiveVersion}; sending the write once more for that version.");
        try
        {
            var id = plan.Request.DataModelId;
            var response = await client
                .PutSpecAsync(id, plan.Request.Document.ToPutBody(plan.LiveVersion), cancel, freshness: LiveVersionCheck.Of(client, plan))
                .ConfigureAwait(false);
            return PutConfirmation.Doubt(response, id) is { } doubt ? throw doubt : response.RequestId;
        }
        catch (SigmaEngineException e)
        {
            // The first PUT may have been applied late, just before the second one. The live version shows it.
            return (await CheckAsync(client, plan, e, cancel).ConfigureAwait(false) ?? throw Unknown(plan, e)).RequestId;
        }
    }

    private static async Task<LiveSpec?> WatchAsync(
        SigmaClient client,
        SpecWritePlan plan,
        SigmaEngineException lost,
        CancellationToken cancel)
    {
        var end = client.Now + (client.Patience < Longest ? client.Patience : Longest);
        while (true)
        {
            if (await CheckAsync(client, plan, lost, cancel).ConfigureAwait(false) is { } applied)
            {
                return applied;
            }

            if (client.Now + PollInterval > end)
            {
                return null;
            }

            await client.WaitAsync(PollInterval, cancel).ConfigureAwait(false);
        }
    }

    // The live spec: null while it is the old version, an error if another person published it.
    private static async Task<LiveSpec?> CheckAsync(
        SigmaClient client,
        SpecWritePlan plan,
        SigmaEngineException lost,
        CancellationToken cancel)
    {
        var spec = await client.GetSpecAsync(plan.Request.DataModelId, null, cancel).ConfigureAwait(false);
        var live = spec.Document;
        if (live.LatestVersion == plan.LiveVersion)
        {
            return null;
        }

        var ours =
            live.LatestVersion > plan.LiveVersion
            && live.Root.Text("updatedBy") == plan.Request.UserId
            && IsWhatWasSent(plan.Request.Document, live);
        return ours ? spec : throw Unknown(plan, lost);
    }

    private static bool IsWhatWasSent(SpecDocument sent, SpecDocument live)
    {
        foreach (var change in SpecDiff.Compare(sent, live).Changes)
        {
            if (!ServiceRewrites.IsKnownRewrite(change))
            {
                return false;
            }
        }

        return true;
    }

    private static SigmaEngineException Unknown(SpecWritePlan plan, SigmaEngineException cause) =>
        cause.With(
            ErrorCode.WriteOutcomeUnknown,
            $"Sigma did not confirm that the write of \"{plan.Name}\" was applied: {cause.Message} Version {plan.LiveVersion} was live "
                + $"before. Before you try again, run: Get-SigmaDataModelVersion {plan.Request.DataModelId}.",
            plan.Request.DataModelId,
            isUnprocessed: false);
}
