using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Requests that create an item. They are not repeated blindly, because a second request would create a duplicate.</summary>
public sealed partial class SigmaClient
{
    /// <summary>POST /v2/dataModels/spec: creates a data model with version 1.</summary>
    /// <param name="name">Its name, for errors.</param>
    /// <param name="body">The spec with name and folderId.</param>
    /// <param name="cancel">Cancels the request and any wait; a request that was sent may still be applied.</param>
    /// <param name="write">The write that this request sends.</param>
    /// <returns>The IDs of the new model and of the request.</returns>
    internal async Task<CreatedModel> PostSpecAsync(string name, string body, CancellationToken cancel, InFlightWrite? write = null)
    {
        var request = new ApiRequest(HttpMethod.Post, "v2/dataModels/spec")
        {
            Body = body,
            Write = write,
            About = $"the new data model \"{name}\"",
            WhenMissing = ErrorCode.ItemNotFound,
        };
        var response = await SendAsync(request, cancel).ConfigureAwait(false);
        var made = ApiJson.Read<CreatedModel>(SpecResponse.AsJson(response, name), request.About);
        if (response.Status != 200 || !made.Success || made.DataModelId.Length == 0)
        {
            throw ApiErrors.CreateNotConfirmed(request.About, response);
        }

        return new CreatedModel { DataModelId = made.DataModelId, RequestId = response.RequestId };
    }

    /// <summary>POST /v2/files with the type folder.</summary>
    /// <param name="name">The name.</param>
    /// <param name="parentId">The ID of the folder or workspace to create it in; null lets the service choose.</param>
    /// <param name="description">A description; null for none.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The folder.</returns>
    public Task<FileEntry> PostFolderAsync(string name, string? parentId, string? description, CancellationToken cancel) => UntilKnownAsync(
        $"The creation of folder \"{name}\" was in progress when its command was stopped, so the folder may exist. "
        + "Check with Get-SigmaFile before you create it again; Sigma lists a new folder some seconds late.", async write =>
    {
        var request = new ApiRequest(HttpMethod.Post, "v2/files")
        {
            Body = ApiJson.Write(
                new
                {
                    type = "folder",
                    name,
                    parentId,
                    description,
                }),
            Write = write,
            About = $"the new folder \"{name}\"",
            WhenMissing = ErrorCode.ItemNotFound,
        };
        return ApiJson.Read<FileEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About);
    }, cancel);
}
