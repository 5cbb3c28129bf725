using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Usage;

/// <summary>Reads one version of a model: its spec and sources, and the names that the spec leaves out.</summary>
internal static class ModelReader
{
    public static async Task<ModelSnapshot> ReadAsync(
        SigmaClient client,
        RequestBudget budget,
        string id,
        string? tagId,
        string? tagName,
        long? version,
        CancellationToken cancel)
    {
        budget.Take();
        var document = (await client.GetSpecAsync(id, version, cancel).ConfigureAwait(false)).Document;
        budget.Take();
        var sources = await client.ListSourcesAsync(id, cancel).ToListAsync(cancel).ConfigureAwait(false);
        if (!ModelSnapshotBuilder.LacksNames(document))
        {
            return ModelSnapshotBuilder.Build(id, tagId, document, sources, null, null);
        }

        // GET columns describes the published version only; for a tagged one the names of its columns stay inferred.
        var elements = await TryAsync(() => client.ListElementsAsync(id, tagName, cancel).ToListAsync(cancel), budget)
            .ConfigureAwait(false);
        var columns = tagId is null ? await TryAsync(() => client.GetColumnsAsync(id, cancel), budget).ConfigureAwait(false) : null;
        return ModelSnapshotBuilder.Build(id, tagId, document, sources, elements, columns);
    }

    // Columns over broken custom SQL cannot be listed; then the names are inferred, and usages by them are possible, not certain.
    private static async Task<List<T>?> TryAsync<T>(Func<Task<List<T>>> list, RequestBudget budget)
    {
        budget.Take();
        try
        {
            return await list().ConfigureAwait(false);
        }
        catch (SigmaEngineException e)
            when (e.Status is >= 400 and < 500
                && e.Kind is not (ErrorCode.AuthenticationFailed or ErrorCode.TokenExpired or ErrorCode.Throttled))
        {
            return null;
        }
    }
}
