using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Looks up the consumers of a plan when all its models are known: a consumer that the same plan mends is not broken.</summary>
internal static class ReleaseConsumers
{
    public static async Task AddAsync(
        SigmaClient client, ReleaseRequest request, IReadOnlyList<ReleaseItem> items, CancellationToken cancel)
    {
        if (request.Consumers is not { } check)
        {
            return;
        }

        var changes = items
            .Where(item => item.Write is not null)
            .ToDictionary(
                item => item.DataModelId,
                item => (Live: item.Write!.Live, Now: item.Write.Request.Document),
                StringComparer.OrdinalIgnoreCase);
        var pruned = new HashSet<string>(
            items.Where(item => item.Action == ReleaseAction.Orphan).Select(item => item.DataModelId),
            StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            var impact = ConsumerImpact.None;
            if (item.Write is not null)
            {
                impact = await check.CheckAsync(item.DataModelId, changes, cancel).ConfigureAwait(false);
            }
            else if (pruned.Contains(item.DataModelId))
            {
                impact = await check.CheckRemovalAsync(item.DataModelId, item.Name, changes, cancel).ConfigureAwait(false);
            }

            // A consumer that the same plan puts into the trash is not broken.
            impact = impact with { Consumers = impact.Consumers.Where(usage => !pruned.Contains(usage.ConsumerId)).ToList() };
            if (request.Tag is { } tag && (item.Action is ReleaseAction.Update or ReleaseAction.Unchanged))
            {
                impact = impact.And(await TagAsync(client, check, item, tag, cancel).ConfigureAwait(false));
            }

            item.Add(impact, check.Refusals(item.Name, item.DataModelId, impact));
        }
    }

    // A publish puts the tag on the version that it makes, or on the live one where it changes nothing.
    private static Task<ConsumerImpact> TagAsync(
        SigmaClient client, ConsumerCheck check, ReleaseItem item, string tag, CancellationToken cancel)
    {
        var content = item.Write is { SendsContent: true } write ? write.Request.Document : null;
        var version = content is null ? item.LiveVersion : null;
        return TagMove.CheckAsync(client, check, (item.DataModelId, item.Name), tag, version, content, cancel);
    }
}
