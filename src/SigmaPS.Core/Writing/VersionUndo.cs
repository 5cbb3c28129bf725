using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.History;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>Removes the changes of one version, or of several consecutive ones, from the live spec. Later changes stay.</summary>
public static class VersionUndo
{
    /// <summary>Computes the content. Up to three requests.</summary>
    /// <param name="client">The service.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="first">The first version to undo.</param>
    /// <param name="last">The last version to undo.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <exception cref="SigmaEngineException">A later version changed the same item, or a version cannot be read.</exception>
    public static async Task<UndoTarget> PrepareAsync(SigmaClient client, string id, long first, long last, CancellationToken cancel)
    {
        var spec = await LiveSpecReader.ReadAsync(client, id, null, cancel).ConfigureAwait(false);
        var live = spec.Document;
        if (first < 2)
        {
            throw Refuse(
                ErrorCode.InvalidArgument,
                id,
                $"Version 1 created \"{live.Name}\" ({id}), so an earlier content does not exist. "
                + $"To remove the data model, run: Remove-SigmaDataModel {id}.");
        }

        var after = last == live.LatestVersion ? live
            : await VersionHistory.ReadNumberAsync(client, id, last, cancel).ConfigureAwait(false);
        var before = await VersionHistory.ReadNumberAsync(client, id, first - 1, cancel).ConfigureAwait(false);
        var merged = ThreeWayMerge.Merge(after, before, live);
        var versions = first == last ? $"version {last}" : $"versions {first} to {last}";
        return merged.Document is { } document
            ? new UndoTarget(id, document, versions) { Live = spec, BaseVersion = live.LatestVersion, IsMerged = true }
            : throw Conflict(live, id, merged.Conflicts, versions, $"before {versions}",
                $"Restore-SigmaDataModelSpec -DataModelId {id} -DocumentVersion {first - 1}");
    }

    /// <summary>The error of a change that cannot be undone, because a later version changed the same item.</summary>
    /// <param name="live">The live spec.</param>
    /// <param name="id">The model's UUID.</param>
    /// <param name="conflicts">The items.</param>
    /// <param name="what">The change to undo, for example: version 5.</param>
    /// <param name="before">The name of the state before it.</param>
    /// <param name="overwrite">The command that overwrites the later versions.</param>
    public static SigmaEngineException Conflict(SpecDocument live, string id, IReadOnlyList<MergeConflict> conflicts, string what,
        string before, string overwrite) => Refuse(
        ErrorCode.SpecConflict,
        id,
        $"\"{live.Name}\" ({id}): {what} cannot be undone, because a later version changed the same item. "
        + $"{ConflictFormatter.Lines(conflicts, before, what, $"live version {live.LatestVersion}")}. "
        + $"Nothing was sent. Edit the live spec, or overwrite the later versions with: {overwrite}.");

    private static SigmaEngineException Refuse(ErrorCode code, string id, string message) => new(code, message) { Target = id };
}
