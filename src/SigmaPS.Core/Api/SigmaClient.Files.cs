using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
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
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The list.</returns>
    public async IAsyncEnumerable<FileEntry> ListFilesAsync(
        string? name,
        IReadOnlyList<string> types,
        string? parentId,
        bool directOnly,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        var query = Query(
            types
                .Select(type => ("typeFilters", (string?)type))
                .Concat(new[] { ("name", name), ("parentId", parentId), ("directChildFilter", directOnly ? "true" : null) })
                .ToArray());
        var files = ListAsync<FileEntry>("v2/files" + query, "the list of files", ErrorCode.ItemNotFound, cancel);
        await foreach (var file in files.ConfigureAwait(false))
        {
            if (IsReadable(file))
            {
                yield return file;
            }
        }
    }

    /// <summary>All folders and workspaces. Sigma lists workspaces only if they are asked for alone.</summary>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The two lists, one after the other.</returns>
    public async IAsyncEnumerable<FileEntry> ListFoldersAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var type in new[] { "folder", "workspace" })
        {
            await foreach (var folder in ListFilesAsync(null, new[] { type }, null, false, cancel).ConfigureAwait(false))
            {
                yield return folder;
            }
        }
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
