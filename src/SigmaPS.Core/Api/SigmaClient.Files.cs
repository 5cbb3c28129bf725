using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Files and folders. A data model is a file too, under the same id.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/files. An entry that the service could not read is a warning, and the others still come.</summary>
    /// <param name="name">A part of the name; null for any.</param>
    /// <param name="types">The types; empty for the usual ones.</param>
    /// <param name="parentId">The folder below which to look; null for everywhere.</param>
    /// <param name="directOnly">Only what lies in the folder itself.</param>
    /// <param name="take">Takes a page.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListFilesAsync(string? name, IReadOnlyList<string> types, string? parentId, bool directOnly, Func<IReadOnlyList<FileEntry>, Task<bool>> take, CancellationToken cancel)
    {
        var query = Query(types.Select(type => ("typeFilters", (string?)type)).Concat(new[] { ("name", name), ("parentId", parentId), ("directChildFilter", directOnly ? "true" : null) }).ToArray());
        return EachPageAsync<FileEntry>("v2/files" + query, "the list of files", ErrorCode.ItemNotFound, page => take(page.Where(IsReadable).ToList()), cancel);
    }

    /// <summary>GET /v2/files/{id}.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The file.</returns>
    public async Task<FileEntry> GetFileAsync(string id, CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/files/" + Uri.EscapeDataString(id)) { About = "file " + id, WhenMissing = ErrorCode.ItemNotFound };
        return ApiJson.Read<FileEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About);
    }

    private bool IsReadable(FileEntry entry)
    {
        if (entry.Id.Length > 0)
        {
            return true;
        }

        _log.Warning($"Sigma could not read one of the files: {entry.Message ?? "it does not say why"}{(entry.RequestId is null ? "" : $" (request {entry.RequestId})")}");
        return false;
    }
}
