using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>Tags a version of a model. An unconfirmed request is not repeated; the model's tags show whether it was applied.</summary>
/// <param name="client">The service.</param>
public sealed class VersionTagging(SigmaClient client)
{
    private readonly SigmaClient _client = client;

    /// <summary>Sets the tag. One request; a second one if the first is not confirmed.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="version">A published version.</param>
    /// <param name="sourceMapping">The connections and paths that the tagged version reads instead, in the form of the API; null for its
    /// own.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="SigmaEngineException">Sigma refused the tag, or did not confirm it.</exception>
    public async Task<TagEntry> TagAsync(DataModelEntry model, string tag, long version, JsonValue? sourceMapping, CancellationToken cancel)
    {
        try
        {
            var tagged = await _client
                .PostTagAsync(
                    $"tag \"{tag}\" on data model {model.DataModelId}",
                    Body(model, tag, version, sourceMapping),
                    RequestedPart.Version(model.DataModelId, version),
                    cancel)
                .ConfigureAwait(false);
            _client.Log.Verbose($"Sigma tagged version {tagged.Version} of data model {tagged.DataModelId}.");
            return new TagEntry
            {
                TagName = tag,
                VersionTagId = tagged.VersionTagId,
                Version = tagged.Version ?? version,
            };
        }
        catch (SigmaEngineException lost)
            when (!lost.IsUnprocessed && lost.Kind is ErrorCode.NetworkUnavailable or ErrorCode.ServiceUnavailable)
        {
            _client.Log.Verbose($"No response confirmed the tag \"{tag}\"; reading the tags: {lost.Message}");
            return await FindAsync(model, tag, version, cancel).ConfigureAwait(false) ?? throw Unknown(model, tag, lost);
        }
        catch (SigmaEngineException e) when (WriteErrorDiagnosis.MayBeReadOnly(e))
        {
            throw await WriteErrorDiagnosis.ForWriteAsync(_client, model.DataModelId, e, cancel).ConfigureAwait(false);
        }
    }

    private Task<TagEntry?> FindAsync(DataModelEntry model, string tag, long version, CancellationToken cancel) =>
        _client.ListTagsAsync(model.DataModelId, cancel).FindAsync(entry => entry.TagName == tag && entry.Version == version, cancel);

    private static string Body(DataModelEntry model, string tag, long version, JsonValue? sourceMapping)
    {
        var body = new JsonObject();
        body.Add("dataModelId", new JsonString(model.DataModelId));
        body.Add("tag", new JsonString(tag));
        body.Add("dataModelVersion", new JsonNumber(version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (sourceMapping is not null)
        {
            body.Add("sourceMappingConfig", sourceMapping);
        }

        return JsonTree.Text(body);
    }

    private static SigmaEngineException Unknown(DataModelEntry model, string tag, SigmaEngineException lost) =>
        lost.With(
            ErrorCode.WriteOutcomeUnknown,
            $"Sigma did not confirm the tag \"{tag}\" of \"{model.Name}\" ({model.DataModelId}): {lost.Message} The tag is not listed "
                + $"yet. The request was not repeated. Before you try again, run: Get-SigmaDataModelTag {model.DataModelId}.",
            model.DataModelId);
}
