using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>The item at a path: the response of POST /v2/connection/{id}/lookup.</summary>
public sealed class TableLookup
{
    /// <summary>scope, table, semanticView, metricView or stored-procedure.</summary>
    [JsonProperty("kind", NullValueHandling = NullValueHandling.Ignore)]
    public string Kind { get; init; } = "";

    /// <summary>The ID of the item.</summary>
    [JsonProperty("inodeId", NullValueHandling = NullValueHandling.Ignore)]
    public string InodeId { get; init; } = "";

    /// <summary>The address in the application.</summary>
    [JsonProperty("url", NullValueHandling = NullValueHandling.Ignore)]
    public string Url { get; init; } = "";
}
