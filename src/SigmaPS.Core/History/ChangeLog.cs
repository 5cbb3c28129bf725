using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.History;

/// <summary>
/// The published versions of many models as one log, newest first. It reads no more than what has been taken, and a few models ahead.
/// </summary>
/// <param name="client">The service.</param>
/// <param name="options">The part of the history to read.</param>
public sealed class ChangeLog(SigmaClient client, ChangeLogOptions options)
{
    private const int Ahead = 4;
    private readonly SigmaClient _client = client;
    private readonly ChangeLogOptions _options = options;

    /// <summary>Reads the log of some models.</summary>
    /// <param name="models">The UUIDs, with a moment after which none of the model's versions was saved.</param>
    /// <param name="failed">Receives a model that cannot be read; the log continues with the others.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The versions; each is read when it is asked for.</returns>
    public async IAsyncEnumerable<VersionChange> ReadAsync(
        IEnumerable<(string DataModelId, DateTimeOffset? Newest)> models,
        Action<string, SigmaEngineException> failed,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var open = models.Where(model => !(model.Newest < _options.Since))
            .Select(model => new ModelChanges(_client, model.DataModelId, model.Newest ?? DateTimeOffset.MaxValue, _options)).ToList();
        while (open.Count > 0)
        {
            // The model whose next version can be the newest one.
            open.Sort((a, b) => b.Newest.CompareTo(a.Newest));
            var next = open[0];
            var (change, hasMore) = ((VersionChange?)null, false);
            try
            {
                (change, hasMore) = await StepAsync(next, open, cancel).ConfigureAwait(false);
            }
            catch (SigmaEngineException e)
            {
                failed(next.DataModelId, e);
            }

            if (!hasMore)
            {
                open.Remove(next);
            }

            if (change is not null)
            {
                yield return change;
            }
        }
    }

    /// <summary>Reads one version of a model with its differences from the version before. Two requests.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The UUID.</param>
    /// <param name="version">The version's number.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="SigmaEngineException">Sigma does not give the version.</exception>
    public static async Task<VersionChange> ReadVersionAsync(SigmaClient client, string id, long version, CancellationToken cancel)
    {
        var document = await VersionHistory.ReadNumberAsync(client, id, version, cancel).ConfigureAwait(false);
        return (await new ModelChanges(client, document, id).NextAsync(cancel).ConfigureAwait(false)).Change;
    }

    private static async Task<(VersionChange? Change, bool HasMore)> StepAsync(
        ModelChanges next, List<ModelChanges> open, CancellationToken cancel)
    {
        if (!next.IsRead)
        {
            foreach (var later in open.Where(model => !model.IsRead).Take(Ahead))
            {
                Observe(later.BeginAsync(cancel));
            }

            return (null, await next.OpenAsync(cancel).ConfigureAwait(false));
        }

        return await next.NextAsync(cancel).ConfigureAwait(false);
    }

    // A model that was read ahead and is not asked for any more must not bring its error up later.
    private static void Observe(Task reading) =>
        reading.ContinueWith(task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted,
            TaskScheduler.Default);
}
