using System;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SigmaPS.Core.Api;

/// <summary>An entry of GET /v2/dataModels/{id}/columns.</summary>
public sealed class ColumnEntry
{
    /// <summary>The column's ID, unique within its element.</summary>
    [JsonProperty("columnId")]
    public string ColumnId { get; init; } = "";

    /// <summary>The display name.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The formula.</summary>
    [JsonProperty("formula")]
    public string? Formula { get; init; }

    /// <summary>The element it belongs to.</summary>
    [JsonProperty("elementId")]
    public string ElementId { get; init; } = "";

    /// <summary>Whether the service cannot resolve the formula: the outermost name of the type is "error".</summary>
    [JsonIgnore]
    public bool IsBroken => string.Equals(Type, "error", StringComparison.Ordinal);

    /// <summary>The outermost name of the type; empty if there is none.</summary>
    [JsonIgnore]
    public string Type => ColumnTypeName.FromToken(Shape);

    // A recursive object that the API's description does not specify further.
    [JsonProperty("type")]
    private JToken? Shape { get; init; }
}
