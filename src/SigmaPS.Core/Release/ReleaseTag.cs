using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Writing;

namespace SigmaPS.Core.Release;

/// <summary>The tag of a release, after what was published has been read back.</summary>
internal static class ReleaseTag
{
    /// <summary>
    /// Tags the version that was published, or found as the folder says, and not one that somebody has saved since. One that bears the tag
    /// already is left alone, so that the next run finishes what a dead one has left.
    /// </summary>
    /// <exception cref="SigmaEngineException">It was not verified, or the tag could not be put.</exception>
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
