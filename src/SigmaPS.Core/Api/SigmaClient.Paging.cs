using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Reads lists page by page: family A (page, limit, nextPage), family B (pageToken, pageSize, nextPageToken), and bare arrays of
/// older endpoints.</summary>
public sealed partial class SigmaClient
{
    // The largest page size of both families; the sources endpoint allows 500.
    private const int PageLimit = 1000;
    private const int SmallPageLimit = 500;

    private Task EachPageAsync<T>(
        string path,
        string about,
        ErrorCode whenMissing,
        Func<IReadOnlyList<T>, Task<bool>> take,
        CancellationToken cancel) => FollowAsync(path, PageLimit, ("limit", "page"), about, whenMissing, take, cancel);

    private Task EachPageOfFamilyBAsync<T>(
        string path,
        int size,
        string about,
        ErrorCode whenMissing,
        Func<IReadOnlyList<T>, Task<bool>> take,
        CancellationToken cancel) => FollowAsync(path, size, ("pageSize", "pageToken"), about, whenMissing, take, cancel);

    private async Task FollowAsync<T>(
        string path,
        int size,
        (string Size, string Cursor) names,
        string about,
        ErrorCode whenMissing,
        Func<IReadOnlyList<T>, Task<bool>> take,
        CancellationToken cancel)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var first = $"{path}{(path.IndexOf('?') < 0 ? '?' : '&')}{names.Size}={size.ToString(CultureInfo.InvariantCulture)}";
        for (var next = first; ;)
        {
            var response = await SendAsync(new ApiRequest(HttpMethod.Get, next) { About = about, WhenMissing = whenMissing }, cancel)
                .ConfigureAwait(false);
            var page = Page<T>(response, about);
            var cursor = page.NextPage ?? page.NextPageToken;
            // A missing list is not an empty list: a protection would conclude that there are no items.
            var entries = page.Entries
                ?? throw new SigmaEngineException(
                    ErrorCode.UnexpectedAnswer,
                    $"Sigma's response for {about} has no list 'entries', so it was not used. Try again.")
                {
                    Target = about,
                    Status = response.Status,
                    RequestId = response.RequestId,
                };
            if (!await take(entries).ConfigureAwait(false) || string.IsNullOrEmpty(cursor))
            {
                return;
            }

            if (!seen.Add(cursor!))
            {
                throw RepeatedMarker(about, response);
            }

            next = $"{first}&{names.Cursor}={Uri.EscapeDataString(cursor!)}";
        }
    }

    private static ListPage<T> Page<T>(ApiResponse response, string about) =>
        response.Text.TrimStart().StartsWith("[", StringComparison.Ordinal)
            ? new ListPage<T> { Entries = ApiJson.Read<List<T>>(response, about) }
            : ApiJson.Read<ListPage<T>>(response, about);
}
