using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Http;

namespace SigmaPS.Core.Api;

/// <summary>Pagination. Reads lists page by page: family A (page, limit, nextPage), family B (pageToken, pageSize, nextPageToken), and bare
/// arrays of older endpoints. The next page is requested when the caller asks for its first entry.</summary>
public sealed partial class SigmaClient
{
    // The largest page size of both families; the sources endpoint allows 500.
    private const int PageLimit = 1000;
    private const int SmallPageLimit = 500;

    private IAsyncEnumerable<T> ListAsync<T>(
        string path,
        string about,
        ErrorCode whenMissing,
        CancellationToken cancel,
        RequestedPart? part = null) => FollowAsync<T>(path, PageLimit, ("limit", "page"), about, whenMissing, cancel, part);

    private IAsyncEnumerable<T> ListOfFamilyBAsync<T>(
        string path,
        int size,
        string about,
        ErrorCode whenMissing,
        CancellationToken cancel) => FollowAsync<T>(path, size, ("pageSize", "pageToken"), about, whenMissing, cancel);

    private async IAsyncEnumerable<T> FollowAsync<T>(
        string path,
        int size,
        (string Size, string Cursor) names,
        string about,
        ErrorCode whenMissing,
        [EnumeratorCancellation] CancellationToken cancel,
        RequestedPart? part = null)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var first = $"{path}{ParameterMark(path)}{names.Size}={size.ToString(CultureInfo.InvariantCulture)}";
        for (var next = first; ;)
        {
            var request = new ApiRequest(HttpMethod.Get, next) { About = about, Part = part, WhenMissing = whenMissing };
            var response = await SendAsync(request, cancel).ConfigureAwait(false);
            var page = Page<T>(response, about);
            foreach (var entry in Entries(page, about, response))
            {
                yield return entry;
            }

            if (NextMarker(page, seen, about, response) is not { } cursor)
            {
                yield break;
            }

            next = $"{first}&{names.Cursor}={Uri.EscapeDataString(cursor)}";
        }
    }

    // Separates the first parameter of a list from its path.
    private static char ParameterMark(string path) => path.IndexOf('?') < 0 ? '?' : '&';

    // The marker of the next page; null at the end. A marker that comes twice would never end.
    private static string? NextMarker<T>(ListPage<T> page, ISet<string> seen, string about, ApiResponse response) =>
        (page.NextPage ?? page.NextPageToken) is not { Length: > 0 } next ? null
        : seen.Add(next) ? next
        : throw ApiErrors.RepeatedMarker(about, response);

    private static ListPage<T> Page<T>(ApiResponse response, string about) =>
        KnownPage<T>(response.Text) ?? AnyPage<T>(response, about);

    // The lists that most sessions begin with have a reader that needs no time to start.
    private static ListPage<T>? KnownPage<T>(string text) =>
        typeof(T) == typeof(DataModelEntry) ? DataModelPage.TryRead(text) as ListPage<T>
        : typeof(T) == typeof(MemberEntry) ? MemberPage.TryRead(text) as ListPage<T>
        : null;

    private static ListPage<T> AnyPage<T>(ApiResponse response, string about) =>
        response.Text.TrimStart().StartsWith("[", StringComparison.Ordinal)
            ? new ListPage<T> { Entries = ApiJson.Read<List<T>>(response, about) }
            : ApiJson.Read<ListPage<T>>(response, about);

    // A missing list is not an empty list: a protection would conclude that there are no items.
    private static IReadOnlyList<T> Entries<T>(ListPage<T> page, string about, ApiResponse response) =>
        page.Entries
        ?? throw new SigmaEngineException(
            ErrorCode.UnexpectedAnswer,
            $"Sigma's response for {about} has no list 'entries', so it was not used. Try again.")
        {
            Target = about,
            Status = response.Status,
            RequestId = response.RequestId,
        };
}
