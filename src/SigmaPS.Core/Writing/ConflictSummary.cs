using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>
/// What others have changed since the version that a write builds on: as far as it can be told, in plain words where it cannot.
/// </summary>
internal static class ConflictSummary
{
    /// <summary>The story of a write that is about to be refused. One request, unless the base is remembered in this process.</summary>
    /// <param name="client">The service.</param>
    /// <param name="request">The wish.</param>
    /// <param name="live">What is live.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A sentence; empty where there is no conflict, or nothing older than live to compare with.</returns>
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
            return $"What has been changed since cannot be told, because version {basedOn} could not be read: {e.Message}";
        }
    }

    /// <summary>
    /// Who saved the live version that a write is about to be refused for; empty, without a request, where there is no conflict.
    /// </summary>
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

    /// <summary>Who saved a version. One request, once per member and session.</summary>
    /// <param name="client">The service.</param>
    /// <param name="live">The version.</param>
    /// <param name="cancel">Ends any wait.</param>
    public static Task<string> AuthorAsync(SigmaClient client, SpecDocument live, CancellationToken cancel) =>
        MemberLookup.DescribeAsync(client, live.Root.Text("updatedBy"), cancel);

    /// <summary>The story between two versions that are at hand.</summary>
    public static string Between(SpecDocument old, SpecDocument live)
    {
        var what = ChangeFormatter.Summary(SpecDiff.Compare(old, live).Changes);
        return what.Length == 0 ? "Since then nothing has changed but layout, defaults or ids." : $"Since then: {what}.";
    }
}
