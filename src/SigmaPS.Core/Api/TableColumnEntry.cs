using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SigmaPS.Core.Api;

/// <summary>A column of a warehouse table: GET /v2/connections/tables/{id}/columns.</summary>
public sealed class TableColumnEntry
{
    /// <summary>The name in the warehouse.</summary>
    [JsonProperty("name", NullValueHandling = NullValueHandling.Ignore)]
    public string Name { get; init; } = "";

    /// <summary>The outermost name of the type; empty if there is none.</summary>
    [JsonIgnore]
    public string Type => ColumnTypeName.FromToken(Shape);

    // A recursive object that the API's description does not specify further.
    [JsonProperty("type")]
    private JToken? Shape { get; init; }

    /// <summary>included, hidden, or removed for a column that the warehouse no longer has.</summary>
    [JsonProperty("visibility", NullValueHandling = NullValueHandling.Ignore)]
    public string Visibility { get; init; } = "";

    /// <summary>The description; null without one.</summary>
    [JsonProperty("description")]
    public string? Description { get; init; }
}
