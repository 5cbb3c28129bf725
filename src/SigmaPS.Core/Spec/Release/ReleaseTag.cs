using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Models;

namespace SigmaPS.Core.Spec.Release;

/// <summary>The tag of a release, after what was published has been read back.</summary>
internal static class ReleaseTag
{
    /// <summary>Tags the latest version. One that bears the tag already is left alone, so that the next run finishes what a dead one has left.</summary>
    /// <exception cref="SigmaFaultException">It was not verified, or the tag could not be put.</exception>
    public static async Task PutAsync(SigmaClient client, string dataModelId, string tag, bool isVerified, CancellationToken cancel)
    {
        var model = await client.GetDataModelAsync(dataModelId, cancel).ConfigureAwait(false);
        if (!isVerified)
        {
            throw new SigmaFaultException(FaultKind.ReleaseIncomplete, $"\"{model.Name}\" is published and was not tagged \"{tag}\", because reading it back found something; see the findings.") { Target = dataModelId };
        }

        var bears = false;
        await client.ListTagsAsync(dataModelId, page =>
        {
            bears |= page.Any(known => known.TagName == tag && known.Version == model.LatestVersion);
            return Task.FromResult(true);
        }, cancel).ConfigureAwait(false);
        if (!bears)
        {
            await new VersionTagging(client).TagAsync(model, tag, model.LatestVersion, null, cancel).ConfigureAwait(false);
        }
    }
}
