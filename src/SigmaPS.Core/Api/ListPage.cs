using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A page of a list: its entries and the cursor of the next page.</summary>
/// <typeparam name="T">The type of an entry.</typeparam>
public sealed class ListPage<T>
{
    /// <summary>The entries; null if the response has no such key, which is not the same as an empty list.</summary>
    [JsonProperty("entries")]
    public IReadOnlyList<T>? Entries { get; init; }

    /// <summary>The opaque cursor of family A; null at the end.</summary>
    [JsonProperty("nextPage")]
    public string? NextPage { get; init; }

    /// <summary>The opaque cursor of family B; absent at the end.</summary>
    [JsonProperty("nextPageToken")]
    public string? NextPageToken { get; init; }
}
