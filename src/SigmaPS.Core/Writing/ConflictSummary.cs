using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Describes the changes of others since the base version of a write, or why they are not known.
/// </summary>
internal static class ConflictSummary
{
    /// <summary>Describes a conflict. One request, unless the base version was read in this process.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">The request.</param>
    /// <param name="live">The live spec.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A sentence; empty without a conflict or without an older version to compare with.</returns>
    public static async Task<string> DescribeAsync(
        SigmaClient client,
        SpecWriteRequest request,
        SpecDocument live,
        CancellationToken cancel)
    {
        if (
            request.Protections.IgnoreConflict
            || request.BaseIsLive
            || ConcurrencyCheck.GetBaseVersion(request) is not { } basedOn
            || basedOn >= (live.LatestVersion ?? 0))
        {
            return "";
        }

        if (ConcurrencyCheck.Remembers(request) && request.Origin!.BaseVersion == basedOn)
        {
            return Between(SpecDocument.Parse(request.Origin.Text, "The text that was read"), live);
        }

        try
        {
            return Between((await client.GetSpecAsync(request.DataModelId, basedOn, cancel).ConfigureAwait(false)).Document, live);
        }
        catch (SigmaEngineException e)
        {
            return $"The changes since then are not known, because version {basedOn} could not be read: {e.Message}";
        }
    }

    /// <summary>The member who saved the live version; empty, without a request, if there is no conflict.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">The write.</param>
    /// <param name="live">The live version.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static async Task<string> AuthorAsync(
        SigmaClient client,
        SpecWriteRequest request,
        SpecDocument live,
        CancellationToken cancel) =>
        ConcurrencyCheck.Check(request, live) is { Kind: ErrorCode.SpecConflict }
            ? await AuthorAsync(client, live, cancel).ConfigureAwait(false)
            : "";

    /// <summary>The member who saved a version. One request per member and session.</summary>
    /// <param name="client">The service.</param>
    /// <param name="live">The version.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static Task<string> AuthorAsync(SigmaClient client, SpecDocument live, CancellationToken cancel) =>
        MemberLookup.DescribeAsync(client, live.Root.Text("updatedBy"), cancel);

    /// <summary>Describes the changes between two versions.</summary>
    public static string Between(SpecDocument old, SpecDocument live)
    {
        var changes = ChangeFormatter.Summary(SpecDiff.Compare(old, live).Changes);
        return changes.Length == 0 ? "Since then, only layout, defaults or IDs have changed." : $"Since then: {changes}.";
    }
}
