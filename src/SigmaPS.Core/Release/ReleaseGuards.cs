using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The protections of a release beyond those of every write.</summary>
internal static class ReleaseGuards
{
    /// <summary>The refusal if a person who does not publish saved the live version: the release would overwrite that edit.</summary>
    public static async Task<SigmaEngineException?> ConflictAsync(
        SigmaClient client,
        ReleaseRequest request,
        ResolvedEnvironment target,
        SpecWritePlan write,
        CancellationToken cancel)
    {
        var by = write.Live.Root.Text("updatedBy")
            ?? (target.All.TryGetValue(write.Request.DataModelId, out var listed) ? listed.UpdatedBy : null);
        if (by is null || target.Publishers.Contains(by))
        {
            return null;
        }

        var author = await MemberLookup.DescribeAsync(client, by, cancel).ConfigureAwait(false);
        return ReleaseErrors.EditedByHand(write, request.Environment.Name, author);
    }

    /// <summary>
    /// Whether the live content is the folder's content after Sigma's normalization. Sending it again would add a version each time and
    /// change nothing.
    /// </summary>
    public static bool IsSettled(SpecWritePlan write, ResolvedEnvironment target)
    {
        // Sigma gives friendly names only if every connection in use does so. Otherwise, another spelling is another column.
        var friendly = write
            .Live.Elements.SelectMany(EnvironmentSubstitution.ConnectionIds)
            .All(id => target.LiveConnections.Any(live => live.ConnectionId == id && live.UsesFriendlyNames));
        return write.ReplacedIds.Count == 0 && SpecDiff.Compare(write.Request.Document, write.Live).Changes.All(change =>
            change.Property != "order" && (friendly || change.Property == "source") && ServiceRewrites.IsKnownRewrite(change));
    }

    /// <summary>The new name and description as sentences.</summary>
    public static IEnumerable<string> Renames(SpecWritePlan write)
    {
        if (write.NewName is { } name)
        {
            yield return $"It is renamed from \"{write.Name}\" to \"{name}\".";
        }

        if (write.NewDescription is not null)
        {
            yield return "It gets a new description.";
        }
    }
}
