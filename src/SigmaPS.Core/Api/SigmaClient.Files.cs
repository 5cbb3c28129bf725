using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Files and folders. A data model is a file too, with the same ID.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/files. An entry that the service could not read gives a warning; the other entries are returned.</summary>
    /// <param name="name">A part of the name; null for any.</param>
    /// <param name="types">The types; empty for the service's default.</param>
    /// <param name="parentId">The ID of the folder to search; null for all folders.</param>
    /// <param name="directOnly">Whether to skip subfolders.</param>
    /// <param name="take">Receives a page; false ends the listing.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>A task that ends with the list.</returns>
    public Task ListFilesAsync(
        string? name,
        IReadOnlyList<string> types,
        string? parentId,
        bool directOnly,
        Func<IReadOnlyList<FileEntry>, Task<bool>> take,
        CancellationToken cancel)
    {
        var query = Query(
            types
                .Select(type => ("typeFilters", (string?)type))
                .Concat(new[] { ("name", name), ("parentId", parentId), ("directChildFilter", directOnly ? "true" : null) })
                .ToArray());
        return EachPageAsync<FileEntry>(
            "v2/files" + query,
            "the list of files",
            ErrorCode.ItemNotFound,
            page => take(page.Where(IsReadable).ToList()),
            cancel);
    }

    /// <summary>GET /v2/files/{id}.</summary>
    /// <param name="id">The file's ID.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The file.</returns>
    public async Task<FileEntry> GetFileAsync(string id, CancellationToken cancel)
    {
        var request = new ApiRequest(HttpMethod.Get, "v2/files/" + Uri.EscapeDataString(id))
        {
            About = "file " + id,
            WhenMissing = ErrorCode.ItemNotFound,
        };
        return ApiJson.Read<FileEntry>(await SendAsync(request, cancel).ConfigureAwait(false), request.About);
    }

    private bool IsReadable(FileEntry entry)
    {
        if (entry.Id.Length > 0)
        {
            return true;
        }

        var request = entry.RequestId is null ? "" : $" (request {entry.RequestId})";
        _log.Warning("Sigma could not read one of the files, so it is missing from the list: "
            + $"{entry.Message ?? "no reason given"}{request}");
        return false;
    }
}
