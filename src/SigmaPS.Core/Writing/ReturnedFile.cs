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
/// Detects an older file without version fields that was restored beside a newer index and edited. It would undo the later versions.
/// </summary>
internal static class ReturnedFile
{
    /// <summary>
    /// The conflict of such a file; null if the file contains a part of the later changes. One request, and only if the index has seen an
    /// older version.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="request">The write.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="changes">The changes of the write.</param>
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
                    $"The file does not contain any change since version {older}, although the index records version "
                        + $"{live.LatestVersion} for it. {ConflictSummary.Between(old, live)}"
                )
                : null;
        }
        catch (SigmaEngineException e)
        {
            // Without the older version, nothing speaks against the file.
            client.Log.Verbose($"The file could not be compared with version {older}: {e.Message}");
            return null;
        }
    }
}
