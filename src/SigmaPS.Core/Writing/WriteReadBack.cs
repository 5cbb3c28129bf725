using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>The read-back: reads a model after a write, and compares it with the spec that was sent.</summary>
internal static class WriteReadBack
{
    /// <summary>The report of a write whose command was stopped before its outcome was known.</summary>
    /// <param name="plan">The write.</param>
    public static string Abandoned(SpecWritePlan plan) =>
        $"A write of data model \"{plan.Name}\" was in progress when its command was stopped, so it may have been applied. "
        + $"Version {plan.LiveVersion} was live before. To see the live version, run: "
        + $"Get-SigmaDataModelVersion {plan.Request.DataModelId}.";

    /// <summary>Reads the spec and the columns, and the consumers that the write affects.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The write.</param>
    /// <param name="sent">The outcome so far.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The outcome with the findings.</returns>
    public static async Task<SpecWriteOutcome> ReadAsync(
        SigmaClient client,
        SpecWritePlan plan,
        SpecWriteOutcome sent,
        CancellationToken cancel)
    {
        var id = plan.Request.DataModelId;
        try
        {
            var spec = await client.GetSpecAsync(id, null, cancel).ConfigureAwait(false);
            var now = spec.Document;
            var columns = await client.GetColumnsAsync(id, cancel).ConfigureAwait(false);
            var comparison = SpecDiff.Compare(plan.Request.Document, now);
            var broken = await BrokenConsumers.FindAsync(client, plan.Impact, cancel).ConfigureAwait(false);
            var findings = SpecVerifier.Findings(plan, now, comparison, columns);
            return sent with
            {
                VersionAfter = now.LatestVersion,
                WasWrittenByOtherUser = now.LatestVersion > plan.LiveVersion + 1
                    && !comparison.Changes.All(ServiceRewrites.IsKnownRewrite),
                Findings = sent.Findings.Concat(findings).Concat(broken).ToList(),
                ConsumerFindings = broken,
                RenewedIds = comparison.RenewedIds,
                AddsItems = comparison.RenewedIds.Count > 0 && WriteGuards.Adds(SpecDiff.Compare(plan.Live, now).Changes),
                Spec = spec,
            };
        }
        catch (SigmaEngineException e)
        {
            // The write succeeded. A failed read-back must not hide that.
            var finding = $"The content is published, but it could not be read back, so it is not verified: {e.Message}";
            return sent with { Findings = sent.Findings.Append(finding).ToList() };
        }
    }
}
