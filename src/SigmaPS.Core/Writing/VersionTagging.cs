using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Writing;

/// <summary>Puts a tag on a version of a model. A lost answer is settled by looking at the model's tags; nothing is sent twice.</summary>
public sealed class VersionTagging
{
    private readonly SigmaClient _client;

    /// <summary>Makes it.</summary>
    /// <param name="client">The service.</param>
    public VersionTagging(SigmaClient client) => _client = client;

    /// <summary>Puts it there. One request; a second one where no answer came.</summary>
    /// <param name="model">The model.</param>
    /// <param name="tag">The tag's name.</param>
    /// <param name="version">A published version.</param>
    /// <param name="sourceMapping">Which connections and paths the tagged version reads instead, as the API takes it; null for its
    /// own.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The tag.</returns>
    /// <exception cref="SigmaEngineException">The service refused, or it is not known whether the tag is there.</exception>
    public async Task<TagEntry> TagAsync(DataModelEntry model, string tag, long version, JsonValue? sourceMapping, CancellationToken cancel)
    {
        try
        {
            var tagged = await _client
                .PostTagAsync($"tag \"{tag}\" on data model {model.DataModelId}", Body(model, tag, version, sourceMapping), cancel)
                .ConfigureAwait(false);
            _client.Log.Verbose($"Sigma names version {tagged.Version} of data model {tagged.DataModelId} as the tagged one.");
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
            _client.Log.Verbose($"No answer came to the tag \"{tag}\"; looking whether it is there: {lost.Message}");
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

        var writer = new JsonWriter(indent: false);
        JsonTree.Write(writer, body);
        return writer.Finish();
    }

    private static SigmaEngineException Unknown(DataModelEntry model, string tag, SigmaEngineException lost) =>
        new(
            ErrorCode.WriteOutcomeUnknown,
            $"It is not known whether the tag \"{tag}\" was put on \"{model.Name}\": {lost.Message} It is not there yet, and nothing was "
                + "sent again. Look with Get-SigmaDataModelTag before you try again.",
            lost)
        {
            Target = model.DataModelId,
            Status = lost.Status,
            RequestId = lost.RequestId,
        };
}
