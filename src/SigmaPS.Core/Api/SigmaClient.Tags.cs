using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Version tags. The API cannot remove a tag from a data model.</summary>
public sealed partial class SigmaClient
{
    /// <summary>POST /v2/dataModels/tag: sets a tag on a published version.</summary>
    /// <param name="about">The item, as errors name it.</param>
    /// <param name="body">JSON with the model, the tag's name, the version and further options.</param>
    /// <param name="version">The version that a person named, with its model; null for the latest one.</param>
    /// <param name="cancel">Cancels the request and any wait; a request that was sent may still be applied.</param>
    /// <returns>The tag.</returns>
    internal Task<TaggedModel> PostTagAsync(string about, string body, RequestedPart? version, CancellationToken cancel) => UntilKnownAsync(
        $"The write of {about} was in progress when its command was stopped, so the tag may be set. "
        + "Check with Get-SigmaDataModelTag before you set it again.", async write =>
    {
        var request = new ApiRequest(HttpMethod.Post, "v2/dataModels/tag")
        {
            Body = body,
            Write = write,
            About = about,
            Part = version,
            WhenMissing = ErrorCode.ItemNotFound,
        };
        return ApiJson.Read<TaggedModel>(await SendAsync(request, cancel).ConfigureAwait(false), about);
    }, cancel);
}
