using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>
/// Reports the consumers outside of a plan that refer to IDs that Sigma reassigned. No plan can name them before, because whether Sigma
/// reassigns an ID is known only after the save. So -AllowBreak does not apply to them.
/// </summary>
internal static class ReassignedConsumers
{
    private const int Most = 10;

    /// <summary>Writes one warning for each model with such consumers.</summary>
    /// <param name="client">The service.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="published">The models that the run saved.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task ReportAsync(SigmaClient client, ReleasePlan plan, PublishedModels published, CancellationToken cancel)
    {
        if (plan.Request.Consumers is not { } check)
        {
            return;
        }

        foreach (var id in published.Reassigned.Ids)
        {
            // The consumers of the plan follow, so they are not among the broken ones.
            var changes = published.Saved.ToDictionary(
                pair => pair.Key,
                pair => (Live: pair.Key == id ? pair.Value.Sent : pair.Value.Before, Now: pair.Value.Live),
                StringComparer.OrdinalIgnoreCase);
            try
            {
                var impact = await check.CheckAsync(id, changes, cancel).ConfigureAwait(false);
                foreach (var warning in Describe(id, published.Saved[id].Name, impact))
                {
                    client.Log.Warning(warning);
                }
            }
            catch (SigmaEngineException e)
            {
                client.Log.Warning($"Sigma reassigned IDs in \"{published.Saved[id].Name}\" ({id}), and its consumers outside of the plan "
                    + $"could not be looked up: {e.Message}");
            }
        }
    }

    private static IEnumerable<string> Describe(string id, string name, ConsumerImpact impact)
    {
        var certain = impact.Certain.ToList();
        if (certain.Count > 0)
        {
            var more = Wording.More(certain.Count, Most, "; and ");
            yield return $"Sigma reassigned IDs in \"{name}\" ({id}). Usages outside of the plan that refer to the old IDs "
                + $"({certain.Count}): {string.Join("; ", certain.Take(Most).Select(ConsumerErrors.Line))}{more}. "
                + "Select the source again in each of them.";
        }

        foreach (var warning in ConsumerErrors.Warnings(impact))
        {
            yield return $"Sigma reassigned IDs in \"{name}\" ({id}). {warning}";
        }
    }
}
