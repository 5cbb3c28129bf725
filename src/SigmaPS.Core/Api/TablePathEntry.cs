using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A path of a connection's catalog: GET /v2/connections/paths.</summary>
public sealed class TablePathEntry
{
    /// <summary>The connection.</summary>
    [JsonProperty("connectionId", NullValueHandling = NullValueHandling.Ignore)]
    public string ConnectionId { get; init; } = "";

    /// <summary>The short ID of the item at the path.</summary>
    [JsonProperty("urlId")]
    public string? UrlId { get; init; }

    /// <summary>Database, schema and table, or fewer levels.</summary>
    [JsonProperty("path", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> Path { get; init; } = Array.Empty<string>();
}
