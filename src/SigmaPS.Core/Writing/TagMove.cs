using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>
/// Finds the consumers that lose what they read when a version tag moves. A source that names a tag does not change until the tag moves
/// (sigma-workbooks.md section 1.5), and then it changes from one version to the other at once.
/// </summary>
public static class TagMove
{
    /// <summary>Finds the consumers. One request if the tag is new or stays on its version; three if it moves.</summary>
    /// <param name="client">The service.</param>
    /// <param name="check">The check of consumers.</param>
    /// <param name="model">ID and name of the model.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="version">The version that gets the tag; null for a version that is not published yet.</param>
    /// <param name="content">The content of that version; null to read it.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The impact.</returns>
    public static async Task<ConsumerImpact> CheckAsync(
        SigmaClient client,
        ConsumerCheck check,
        (string Id, string Name) model,
        string tag,
        long? version,
        SpecDocument? content,
        CancellationToken cancel)
    {
        if (await FindAsync(client, model.Id, tag, cancel).ConfigureAwait(false) is not { } now || now.Version == version)
        {
            return ConsumerImpact.None;
        }

        var reading = now.Version;
        try
        {
            var from = (await client.GetSpecAsync(model.Id, reading, cancel).ConfigureAwait(false)).Document;
            reading = version ?? reading;
            var to = content ?? (await client.GetSpecAsync(model.Id, reading, cancel).ConfigureAwait(false)).Document;
            return await check.CheckTagAsync(model.Id, now.VersionTagId, from, to, cancel).ConfigureAwait(false);
        }
        catch (SigmaEngineException e) when (e.Kind
            is ErrorCode.ModelNotFound or ErrorCode.RequestRefused or ErrorCode.PermissionDenied or ErrorCode.InvalidSpec)
        {
            // Without both versions, the lost items are not known.
            var reason = $"version {reading} of the data model could not be read, "
                + $"so it is not known what consumers of the tag \"{tag}\" lose: {e.Message}";
            return new ConsumerImpact { Unchecked = new[] { new UncheckedDocument(ConsumerKind.DataModel, model.Id, model.Name, reason) } };
        }
    }

    private static Task<TagEntry?> FindAsync(SigmaClient client, string id, string tag, CancellationToken cancel) =>
        client.ListTagsAsync(id, cancel).FindAsync(entry => entry.TagName == tag, cancel);
}
