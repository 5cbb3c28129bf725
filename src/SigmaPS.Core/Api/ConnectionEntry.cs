using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>An entry of GET /v2/connections.</summary>
public sealed class ConnectionEntry
{
    /// <summary>The ID that the sources of a spec refer to.</summary>
    [JsonProperty("connectionId", NullValueHandling = NullValueHandling.Ignore)]
    public string ConnectionId { get; init; } = "";

    /// <summary>The name.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>Sigma's name of the platform, for example snowflake.</summary>
    [JsonProperty("type", NullValueHandling = NullValueHandling.Ignore)]
    public string Type { get; init; } = "";

    /// <summary>Whether formulas use friendly names such as Order Id for ORDER_ID.</summary>
    [JsonProperty("friendlyName", NullValueHandling = NullValueHandling.Ignore)]
    public bool UsesFriendlyNames { get; init; }

    /// <summary>Whether Sigma may write to the warehouse.</summary>
    [JsonProperty("writeAccess", NullValueHandling = NullValueHandling.Ignore)]
    public bool HasWriteAccess { get; init; }

    /// <summary>Whether it is Sigma's sample connection.</summary>
    [JsonProperty("isSample", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsSample { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived", NullValueHandling = NullValueHandling.Ignore)]
    public bool IsArchived { get; init; }

    /// <summary>The account at the platform; null if Sigma does not report it.</summary>
    [JsonProperty("account")]
    public string? Account { get; init; }

    /// <summary>The warehouse in use; null if Sigma does not report it.</summary>
    [JsonProperty("warehouse")]
    public string? Warehouse { get; init; }

    /// <summary>The role in use; null if Sigma does not report it.</summary>
    [JsonProperty("role")]
    public string? Role { get; init; }

    /// <summary>When it was used last.</summary>
    [JsonProperty("lastActiveAt")]
    public DateTimeOffset? LastActiveAt { get; init; }
}
