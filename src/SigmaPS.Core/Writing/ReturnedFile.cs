using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// An older file without version fields that came back beside a newer index, was edited, and would undo what others published since.
/// </summary>
internal static class ReturnedFile
{
    /// <summary>
    /// The conflict of such a file; null where the file holds something of what is live. One request, and only where the index saw an older
    /// version.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="request">The write.</param>
    /// <param name="live">What is live.</param>
    /// <param name="changes">What the write would change.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task<SigmaEngineException?> CheckAsync(
        SigmaClient client, SpecWriteRequest request, SpecDocument live, IReadOnlyList<SpecChange> changes, CancellationToken cancel)
    {
        if (
            request.Protections.IgnoreConflict
            || request.BaseVersion is not null
            || ConcurrencyCheck.GetBaseVersion(request) is not { } basedOn
            || basedOn != live.LatestVersion
            || request.SeenVersions?.Where(seen => seen < basedOn).DefaultIfEmpty(0).Max() is not (> 0 and var older))
        {
            return null;
        }

        try
        {
            var old = (await client.GetSpecAsync(request.DataModelId, older, cancel).ConfigureAwait(false)).Document;
            var undone = new HashSet<string>(changes.Select(ChangeFormatter.Line), StringComparer.Ordinal);
            var since = SpecDiff.Compare(live, old).Changes;
            var isUndone = since.Count > 0 && since.All(change => undone.Contains(ChangeFormatter.Line(change)));
            var author = isUndone ? await ConflictSummary.AuthorAsync(client, live, cancel).ConfigureAwait(false) : "";
            return isUndone
                ? ConcurrencyCheck.Conflict(
                    request,
                    live,
                    older,
                    author,
                    $"The file holds nothing of what changed since version {older}, although the index gives it version "
                        + $"{live.LatestVersion}. {ConflictSummary.Between(old, live)}"
                )
                : null;
        }
        catch (SigmaEngineException e)
        {
            // An older version that cannot be read is not evidence against the file.
            client.Log.Verbose($"Whether the file builds on version {older} cannot be compared: {e.Message}");
            return null;
        }
    }
}
