using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Newtonsoft.Json;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Workbooks, and the data models with their tags: lists of family A. An incomplete list is an error, because it would hide
/// consumers.</summary>
public sealed partial class SigmaClient
{
    /// <summary>GET /v2/workbooks, with tags and explorations.</summary>
    /// <param name="wholeOrganization">True for all workbooks, which only admins may list.</param>
    /// <param name="beforeRequest">Called before each request; it may throw to end the list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The workbooks.</returns>
    internal Task<List<DocumentEntry>> ListWorkbooksAsync(bool wholeOrganization, Action beforeRequest, CancellationToken cancel) =>
        WholeListAsync<DocumentEntry>(
            "v2/workbooks" + (wholeOrganization ? "?skipPermissionCheck=true" : ""),
            "the list of workbooks",
            false,
            beforeRequest,
            cancel);

    /// <summary>GET /v2/dataModels, with tags.</summary>
    /// <param name="wholeOrganization">True for all models, which only admins may list.</param>
    /// <param name="beforeRequest">Called before each request; it may throw to end the list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The models.</returns>
    internal Task<List<DocumentEntry>> ListTaggedDataModelsAsync(bool wholeOrganization, Action beforeRequest, CancellationToken cancel) =>
        WholeListAsync<DocumentEntry>(
            "v2/dataModels" + (wholeOrganization ? "?skipPermissionCheck=true" : ""),
            "the list of data models",
            false,
            beforeRequest,
            cancel);

    /// <summary>GET a list of one workbook: elements, columns, lineage, controls.</summary>
    /// <typeparam name="T">The type of an entry.</typeparam>
    /// <param name="id">The workbook's ID, or a tagged copy's.</param>
    /// <param name="list">The list's name.</param>
    /// <param name="beforeRequest">Called before each request; it may throw to end the list.</param>
    /// <param name="cancel">Ends any wait.</param>
    /// <returns>The whole list.</returns>
    internal Task<List<T>> ListOfWorkbookAsync<T>(string id, string list, Action beforeRequest, CancellationToken cancel) =>
        WholeListAsync<T>($"v2/workbooks/{Uri.EscapeDataString(id)}/{list}", "workbook " + id, false, beforeRequest, cancel);

    // For both families. The entries must be present and reach the total that the service reports.
    private async Task<List<T>> WholeListAsync<T>(string path, string about, bool isFamilyB, Action beforeRequest, CancellationToken cancel)
    {
        var all = new List<T>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var size = (isFamilyB ? "pageSize=" : "limit=") + PageLimit.ToString(CultureInfo.InvariantCulture);
        var first = $"{path}{ParameterMark(path)}{size}";
        for (var next = first; ;)
        {
            beforeRequest();
            var response = await SendAsync(
                    new ApiRequest(HttpMethod.Get, next) { About = about, WhenMissing = ErrorCode.ItemNotFound },
                    cancel)
                .ConfigureAwait(false);
            if (response.Text.TrimStart().StartsWith("[", StringComparison.Ordinal))
            {
                return ApiJson.Read<List<T>>(response, about);
            }

            var page = ApiJson.Read<WholePage<T>>(response, about);
            all.AddRange(page.Entries ?? throw ApiErrors.IncompleteList(about, "it has no list 'entries'", response));
            var cursor = page.NextPage ?? page.NextPageToken;
            if (string.IsNullOrEmpty(cursor))
            {
                return page.Total > all.Count
                    ? throw ApiErrors.IncompleteList(about, $"it has {all.Count} of {page.Total} entries", response)
                    : all;
            }

            if (!seen.Add(cursor!))
            {
                throw ApiErrors.RepeatedMarker(about, response);
            }

            var parameter = isFamilyB ? "pageToken" : "page";
            next = $"{first}&{parameter}={Uri.EscapeDataString(cursor!)}";
        }
    }

    private sealed class WholePage<T>
    {
        [JsonProperty("entries")]
        public List<T>? Entries { get; init; }

        [JsonProperty("nextPage")]
        public string? NextPage { get; init; }

        [JsonProperty("nextPageToken")]
        public string? NextPageToken { get; init; }

        [JsonProperty("total")]
        public long? Total { get; init; }
    }
}
