using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>Tags the versions of a release after their read-back.</summary>
internal static class ReleaseTag
{
    /// <summary>
    /// Tags the version that was published or that equals its file, and not one that somebody saved later. A version with the tag stays as
    /// it is, so the next run completes one that ended early.
    /// </summary>
    /// <exception cref="SigmaEngineException">The version was not verified, or could not be tagged.</exception>
    public static async Task PutAsync(
        SigmaClient client, string dataModelId, string tag, long? version, bool isVerified, ConsumerImpact impact, CancellationToken cancel)
    {
        var model = await client.GetDataModelAsync(dataModelId, cancel).ConfigureAwait(false);
        if (!isVerified)
        {
            throw new SigmaEngineException(
                ErrorCode.ReleaseIncomplete,
                $"\"{model.Name}\" is published and was not tagged \"{tag}\", because reading it back found something; see the findings.")
            {
                Target = dataModelId,
            };
        }

        var meant = version ?? model.LatestVersion;
        var existing = await client
            .ListTagsAsync(dataModelId, cancel)
            .FindAsync(known => known.TagName == tag && known.Version == meant, cancel)
            .ConfigureAwait(false);
        if (existing is not null)
        {
            return;
        }

        await new VersionTagging(client).TagAsync(model, tag, meant, null, cancel).ConfigureAwait(false);
        var ofTag = impact with { Consumers = impact.Consumers.Where(usage => usage.VersionTag == tag).ToList() };
        foreach (var finding in await BrokenConsumers.FindAsync(client, ofTag, cancel).ConfigureAwait(false))
        {
            client.Log.Warning($"\"{model.Name}\": {finding}");
        }
    }
}
