using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>
/// The two families of lists (sigma-api.md section 3.1): A with page, limit and nextPage, B with pageToken, pageSize and nextPageToken.
/// </summary>
internal static class Paging
{
    private const int DefaultSize = 50;
    private const int LargestLimit = 1000;

    /// <summary>Family A; nextPage is null at the end. Only some lists have the deprecated hasMore.</summary>
    public static Answer FamilyA(ApiRequest request, IReadOnlyList<JsonNode> entries, bool hasMore = false)
    {
        (JsonArray part, string? next) = Cut(request, entries, "page", "limit", LargestLimit);
        JsonObject body = new()
        {
            ["entries"] = part,
            ["nextPage"] = next,
            ["total"] = entries.Count + (request.Fault?.OverstateTotal ?? 0),
        };
        if (request.Fault?.OmitEntries == true)
        {
            body.Remove("entries");
        }

        if (hasMore && request.Fault?.OmitHasMore != true)
        {
            body["hasMore"] = next is not null;
        }

        return new Answer(body);
    }

    /// <summary>Family B; nextPageToken is absent at the end.</summary>
    public static Answer FamilyB(ApiRequest request, IReadOnlyList<JsonNode> entries, int largestSize)
    {
        (JsonArray part, string? next) = Cut(request, entries, "pageToken", "pageSize", largestSize);
        JsonObject body = new() { ["entries"] = part };
        if (next is not null)
        {
            body["nextPageToken"] = next;
        }

        return new Answer(body);
    }

    private static (JsonArray Part, string? Next) Cut(
        ApiRequest request,
        IReadOnlyList<JsonNode> entries,
        string cursorName,
        string sizeName,
        int largest)
    {
        int size = request.QueryNumber(sizeName) ?? DefaultSize;
        if (size < 1 || size > largest)
        {
            throw ApiProblem.Invalid($"{sizeName}: must be between 1 and {largest}");
        }

        size = Math.Min(size, request.Options.PageSizeCap);
        string? cursor = request.Query(cursorName);
        int start = cursor is null ? 0 : Open(cursor);
        int end = Math.Min(start + size, entries.Count);
        string? next = end < entries.Count ? Seal(end) : null;
        if (request.Fault?.RepeatCursor == true && cursor is not null)
        {
            next = cursor;
        }

        return (new JsonArray([.. entries.Skip(start).Take(size)]), next);
    }

    // Opaque to the client: it contains no readable page or row number.
    private static string Seal(int offset) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes("cursor:" + offset.ToString(CultureInfo.InvariantCulture)));

    private static int Open(string cursor)
    {
        Span<byte> bytes = new byte[cursor.Length];
        bool known = Convert.TryFromBase64String(cursor, bytes, out int length);
        string text = known ? Encoding.ASCII.GetString(bytes[..length]) : "";
        return
            text.StartsWith("cursor:", StringComparison.Ordinal)
            && int.TryParse(text["cursor:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out int offset)
            ? offset
            : throw ApiProblem.Invalid("Invalid page");
    }
}
