using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Version tags. The API has no way to take one off a data model.</summary>
public sealed partial class SigmaClient
{
    /// <summary>POST /v2/dataModels/tag: puts a tag on a published version.</summary>
    /// <param name="about">What it is about, in the words of an error.</param>
    /// <param name="body">The model, the tag's name, the version and what goes with it.</param>
    /// <param name="cancel">Ends any wait; what was sent may have been applied all the same.</param>
    /// <returns>The tag.</returns>
    public Task<TaggedModel> PostTagAsync(string about, string body, CancellationToken cancel) => UntilKnownAsync($"The write of {about} was under way when its command was stopped; the tag may be there all the same. Look with Get-SigmaDataModelTag before you put it there again.", async write =>
    {
        var request = new ApiRequest(HttpMethod.Post, "v2/dataModels/tag") { Body = body, Write = write, About = about, WhenMissing = ErrorCode.ItemNotFound };
        return ApiJson.Read<TaggedModel>(await SendAsync(request, cancel).ConfigureAwait(false), about);
    }, cancel);
}

/// <summary>The answer of POST /v2/dataModels/tag.</summary>
public sealed class TaggedModel
{
    /// <summary>The tag's id.</summary>
    [JsonProperty("versionTagId", NullValueHandling = NullValueHandling.Ignore)]
    public string VersionTagId { get; init; } = "";

    /// <summary>The model that bears it.</summary>
    [JsonProperty("taggedDataModelId", NullValueHandling = NullValueHandling.Ignore)]
    public string DataModelId { get; init; } = "";

    /// <summary>The version that bears it.</summary>
    [JsonProperty("taggedDataModelVersion")]
    public long? Version { get; init; }
}
