using System;
using System.Linq;

namespace SigmaPS.Core.Api;

/// <summary>The cursor of a list's next page, for pagination: an opaque value and its query key. The key differs between the two families
/// (sigma-api 3.1).</summary>
public sealed class PageCursor
{
    private PageCursor(string key, string value)
    {
        Key = key;
        Value = value;
    }

    /// <summary>The query key: page or pageToken.</summary>
    public string Key { get; }

    /// <summary>The opaque value.</summary>
    public string Value { get; }

    /// <summary>Reads the cursor of a response.</summary>
    /// <param name="nextPage">Its key nextPage (family A); null without it.</param>
    /// <param name="nextPageToken">Its key nextPageToken (family B); null without it.</param>
    /// <returns>Null at the end of the list.</returns>
    public static PageCursor? FromResponse(string? nextPage, string? nextPageToken) =>
        !string.IsNullOrEmpty(nextPage) ? new PageCursor("page", nextPage!)
        : !string.IsNullOrEmpty(nextPageToken) ? new PageCursor("pageToken", nextPageToken!)
        : null;

    /// <summary>Sets this cursor in a path; it replaces an earlier one.</summary>
    /// <param name="path">The path of the list.</param>
    /// <returns>The path of its next page.</returns>
    public string In(string path)
    {
        var parts = path.Split(new[] { '?' }, 2);
        var kept =
            parts.Length < 2
                ? Enumerable.Empty<string>()
                : parts[1].Split('&').Where(pair => pair.Length > 0 && !pair.StartsWith(Key + "=", StringComparison.OrdinalIgnoreCase));
        return parts[0] + "?" + string.Join("&", kept.Concat(new[] { Key + "=" + Uri.EscapeDataString(Value) }));
    }
}
