using System;
using System.Linq;

namespace SigmaPS.Core.Api;

/// <summary>Where a list goes on: the opaque marker, and the name of the query key that takes it, which differs between the two families (sigma-api 3.1).</summary>
public sealed class PageCursor
{
    private PageCursor(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The query key: page or pageToken.</summary>
    public string Key { get; }

    /// <summary>The marker.</summary>
    public string Value { get; }

    /// <summary>The marker of an answer.</summary>
    /// <param name="nextPage">Its key nextPage (family A), or null.</param>
    /// <param name="nextPageToken">Its key nextPageToken (family B), or null.</param>
    /// <returns>Null at the end of the list.</returns>
    public static PageCursor? FromResponse(string? nextPage, string? nextPageToken) =>
        !string.IsNullOrEmpty(nextPage) ? new PageCursor("page", nextPage!)
        : !string.IsNullOrEmpty(nextPageToken) ? new PageCursor("pageToken", nextPageToken!)
        : null;

    /// <summary>A path with this marker in place of the one it may hold.</summary>
    /// <param name="path">The path of the list.</param>
    /// <returns>The path of its next page.</returns>
    public string In(string path)
    {
        var parts = path.Split(new[] { '?' }, 2);
        var kept = parts.Length < 2 ? Enumerable.Empty<string>() : parts[1].Split('&').Where(pair => pair.Length > 0 && !pair.StartsWith(Key + "=", StringComparison.OrdinalIgnoreCase));
        return parts[0] + "?" + string.Join("&", kept.Concat(new[] { Key + "=" + Uri.EscapeDataString(Value) }));
    }
}
