using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;

namespace SigmaPS.Core.Release;

/// <summary>Looks up the consumers of a plan when all its models are known: a consumer that the same plan mends is not broken.</summary>
internal static class ReleaseConsumers
{
    public static async Task AddAsync(ReleaseRequest request, IReadOnlyList<ReleaseItem> items, CancellationToken cancel)
    {
        if (request.Consumers is not { } check)
        {
            return;
        }

        var changes = items.Where(item => item.Write is not null)
            .ToDictionary(item => item.DataModelId, item => (Live: item.Write!.Live, Now: item.Write.Request.Document), StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        {
            if (item.Write is not null)
            {
                var impact = await check.CheckAsync(item.DataModelId, changes, cancel).ConfigureAwait(false);
                item.Add(impact, check.Refusals(item.Name, item.DataModelId, impact));
            }
            else if (request.Prunes && item.Action == ReleaseAction.Orphan)
            {
                var impact = await check.CheckRemovalAsync(item.DataModelId, item.Name, changes, cancel).ConfigureAwait(false);
                item.Add(impact, check.Refusals(item.Name, item.DataModelId, impact));
            }
        }
    }
}
