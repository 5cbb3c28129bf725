using System;
using System.Collections.Generic;
using SigmaPS.Core.Http;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Api;

/// <summary>Reads a page of a list in its documented form, without Newtonsoft.Json.</summary>
internal static class PlainPage
{
    /// <summary>Reads the page; null if any part has another form.</summary>
    /// <param name="text">The response.</param>
    /// <param name="read">Reads an entry; null if it has another form.</param>
    public static ListPage<T>? TryRead<T>(string text, Func<JsonObject, T?> read)
        where T : class
    {
        if (PlainJson.TryObject(text) is not { } page
            || page.Array("entries") is not { } items
            || !PlainJson.TryText(page, "nextPage", out var nextPage)
            || !PlainJson.TryText(page, "nextPageToken", out var nextPageToken))
        {
            return null;
        }

        var entries = new List<T>(items.Count);
        foreach (var item in items)
        {
            if (item is not JsonObject entry || read(entry) is not { } known)
            {
                return null;
            }

            entries.Add(known);
        }

        return new ListPage<T> { Entries = entries, NextPage = nextPage, NextPageToken = nextPageToken };
    }
}
