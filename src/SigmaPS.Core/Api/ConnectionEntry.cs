using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A connection as GET /v2/connections shows it.</summary>
public sealed class ConnectionEntry
{
    /// <summary>The id that a spec's sources name.</summary>
    [JsonProperty("connectionId", NullValueHandling = NullValueHandling.Ignore)]
    public string ConnectionId { get; init; } = "";

    /// <summary>The name.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>The platform in Sigma's word, for example snowflake.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>Whether formulas use friendly names such as Order Id for ORDER_ID.</summary>
    [JsonProperty("friendlyName", NullValueHandling = NullValueHandling.Ignore)]
    public bool UsesFriendlyNames { get; init; }

    /// <summary>Whether Sigma may write to the warehouse.</summary>
    [JsonProperty("writeAccess", NullValueHandling = NullValueHandling.Ignore)]
    public bool HasWriteAccess { get; init; }

    /// <summary>Whether it is Sigma's own sample.</summary>
    [JsonProperty("isSample", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsSample { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }

    /// <summary>The account at the platform; null where Sigma does not say.</summary>
    [JsonProperty("account")]
    public string? Account { get; init; }

    /// <summary>The warehouse in use; null where Sigma does not say.</summary>
    [JsonProperty("warehouse")]
    public string? Warehouse { get; init; }

    /// <summary>The role in use; null where Sigma does not say.</summary>
    [JsonProperty("role")]
    public string? Role { get; init; }

    /// <summary>When it was used last.</summary>
    [JsonProperty("lastActiveAt")]
    public DateTimeOffset? LastActiveAt { get; init; }
}
