using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Writing;

/// <summary>Checks the live version again directly before a PUT, if the PUT had to wait since it was read.</summary>
/// <remarks>
/// The service may ignore documentVersion. So a repeated PUT could overwrite a version that another person published meanwhile.
/// </remarks>
internal static class LiveVersionCheck
{
    /// <summary>The check of one PUT.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The prepared write.</param>
    public static FreshnessCheck Of(SigmaClient client, SpecWritePlan plan)
    {
        var freshness = client.FreshSince(plan.Request.DataModelId, plan.ReadAt, plan.SendsBefore, cancel =>
            CheckAsync(client, plan, cancel));
        if (plan.WasAsked)
        {
            freshness.Waited();
        }

        return freshness;
    }

    private static async Task CheckAsync(SigmaClient client, SpecWritePlan plan, CancellationToken cancel)
    {
        var id = plan.Request.DataModelId;
        var now = (await client.GetSpecWithinAsync(id, cancel).ConfigureAwait(false)).Document;
        if ((now.LatestVersion ?? 0) != plan.LiveVersion)
        {
            var author = await MemberLookup.DescribeWithinAsync(client, now.Root.Text("updatedBy"), cancel).ConfigureAwait(false);
            throw ConcurrencyCheck
                .Conflict(plan.Request, now, plan.LiveVersion, author, ConflictSummary.Between(plan.Live, now))
                .With(isUnprocessed: true);
        }

        client.Log.Verbose($"\"{plan.Name}\" is still version {plan.LiveVersion}, so the write is sent.");
    }
}
