using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.History;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Reverts the changes of a release in one model. Later changes stay.</summary>
public static class ReleaseUndo
{
    /// <summary>
    /// Prepares the content. One request, two if the model was changed since, and one per model of the run that it reads.
    /// </summary>
    /// <param name="client">The service.</param>
    /// <param name="run">The run.</param>
    /// <param name="entry">The model in it, with its backup.</param>
    /// <param name="references">The references between the models of the run.</param>
    /// <param name="ignoreConflict">Whether to go back to the backup and overwrite later changes.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="SigmaEngineException">A later version changed the same item, or a version cannot be read.</exception>
    public static async Task<UndoTarget> PrepareAsync(SigmaClient client, RunFile run, RunEntry entry, RunReferences references,
        bool ignoreConflict, CancellationToken cancel)
    {
        var backup = references.Backup(entry);
        await references.FollowAsync(client, backup, cancel).ConfigureAwait(false);
        var whole = new UndoTarget(entry.DataModelId, backup, entry.Backup!)
        {
            File = entry.Backup,
            BaseVersion = entry.ResultingVersion,
            IgnoreConflict = ignoreConflict,
            Name = backup.Name,
            Description = backup.Description ?? "",
            ResultingNames = ignoreConflict ? null : entry.ResultingNames(backup),
        };

        // The version that the run left must be certain. A merge with another version would revert the changes of other people.
        if (ignoreConflict || entry.VersionAfter is not { } left)
        {
            return whole;
        }

        var spec = await LiveSpecReader.ReadAsync(client, entry.DataModelId, null, cancel).ConfigureAwait(false);
        var live = spec.Document;
        whole = whole with { Live = spec };
        if (live.LatestVersion == left)
        {
            return whole;
        }

        var after = await VersionHistory.ReadNumberAsync(client, entry.DataModelId, left, cancel).ConfigureAwait(false);
        var merged = ThreeWayMerge.Merge(after, backup, live);
        var overwrite = $"Undo-SigmaRelease -RunFile {CommandText.Quote(run.Folder)} -IgnoreConflict";
        var what = $"the release of version {left}";
        return merged.Document is { } document
            ? whole with { Document = document, BaseVersion = live.LatestVersion, IsMerged = true, Label = what }
            : throw VersionUndo.Conflict(live, entry.DataModelId, merged.Conflicts, what, "before it", overwrite);
    }
}
