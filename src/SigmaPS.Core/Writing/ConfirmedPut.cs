using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Writing;

/// <summary>A PUT of a spec that has succeeded only when the response, or else the live model, confirms it.</summary>
internal static class ConfirmedPut
{
    /// <summary>Sends the content of a plan.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The prepared write.</param>
    /// <param name="write">The write, in flight until its outcome is known.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The ID of the confirming request, and findings about the first response.</returns>
    /// <exception cref="SigmaEngineException">The service refused the write, or did not confirm it.</exception>
    public static async Task<(string? RequestId, IReadOnlyList<string> Odd)> SendAsync(
        SigmaClient client,
        SpecWritePlan plan,
        InFlightWrite write,
        CancellationToken cancel)
    {
        IReadOnlyList<string> odd = Array.Empty<string>();
        var id = plan.Request.DataModelId;
        try
        {
            var response = await client
                .PutSpecAsync(id, plan.Request.Document.ToPutBody(plan.LiveVersion), cancel, write, LiveVersionCheck.Of(client, plan))
                .ConfigureAwait(false);
            odd = PutConfirmation.OtherModel(response, id) is { } other
                ? new[] { $"Sigma's response to this write is about another data model ({other}). The live model shows what was sent." }
                : odd;
            return (PutConfirmation.Doubt(response, id) is { } doubt ? throw doubt : response.RequestId, odd);
        }
        catch (SigmaEngineException e) when (IsRefusal(e))
        {
            // The service checks documentVersion too. If the live version has changed, its refusal is a conflict, with any status.
            var now = (await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false)).Document;
            if (now.LatestVersion != plan.LiveVersion)
            {
                var author = await ConflictSummary.AuthorAsync(client, now, cancel).ConfigureAwait(false);
                throw ConcurrencyCheck.Conflict(plan.Request, now, plan.LiveVersion, author, ConflictSummary.Between(plan.Live, now));
            }

            if (WriteErrorDiagnosis.MayBeReadOnly(e))
            {
                throw await WriteErrorDiagnosis.ForWriteAsync(client, id, e, cancel).ConfigureAwait(false);
            }

            throw;
        }
        catch (SigmaEngineException e) when (PutConfirmation.MayBeApplied(e))
        {
            return (await UnconfirmedWriteRecovery.ConfirmAsync(client, plan, e, cancel).ConfigureAwait(false), odd);
        }
    }

    // A refusal of the PUT itself, not of the sign-in or of the check before it. A throttled request is unprocessed.
    private static bool IsRefusal(SigmaEngineException error) =>
        !error.IsUnprocessed
        && error.Status is >= 400 and < 500
        && error.Kind
            is not (
                ErrorCode.AuthenticationFailed
                or ErrorCode.TokenExpired
                or ErrorCode.BlockedByEdge
                or ErrorCode.ServiceUnavailable);
}
