using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>What a release must not do by accident, beside what every write must not.</summary>
internal static class ReleaseGuards
{
    /// <summary>The live version was saved by somebody who does not publish: what they did would be lost.</summary>
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
        return new SigmaEngineException(
            ErrorCode.SpecConflict,
            $"\"{write.Name}\" was edited by hand in environment '{request.Environment.Name}': version {write.LiveVersion} was saved by "
                + $"{author} at {write.Live.Root.Text("updatedAt") ?? "an unknown time"}, who is none of its publishers. Bring the edit "
                + "into the folder first (Get-SigmaDrift shows it), or use -IgnoreConflict to overwrite it."
        )
        {
            Target = write.Request.DataModelId,
            Switch = "IgnoreConflict",
        };
    }

    /// <summary>
    /// Whether what is live is what the service makes of the folder's content: sending it again would make a version each time and change
    /// nothing.
    /// </summary>
    public static bool IsSettled(SpecWritePlan write, ResolvedEnvironment target)
    {
        // Names are made friendly only where every connection in use does so; anywhere else another spelling is another column.
        var friendly = write
            .Live.Elements.SelectMany(EnvironmentSubstitution.ConnectionIds)
            .All(id => target.LiveConnections.Any(live => live.ConnectionId == id && live.UsesFriendlyNames));
        return write.ReplacedIds.Count == 0 && SpecDiff.Compare(write.Request.Document, write.Live).Changes.All(change =>
            change.Property != "order" && (friendly || change.Property == "source") && ServiceRewrites.IsKnownRewrite(change));
    }

    /// <summary>New name and description as sentences.</summary>
    public static IEnumerable<string> Renames(SpecWritePlan write)
    {
        if (write.NewName is { } name)
        {
            yield return $"It is renamed from \"{write.Name}\" to \"{name}\".";
        }

        if (write.NewDescription is not null)
        {
            yield return "It is described anew.";
        }
    }
}
