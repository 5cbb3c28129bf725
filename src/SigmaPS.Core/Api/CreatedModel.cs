using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>The response of POST /v2/dataModels/spec.</summary>
public sealed class CreatedModel
{
    /// <summary>The UUID of the new model.</summary>
    [JsonProperty("dataModelId")]
    public string DataModelId { get; init; } = "";

    /// <summary>Whether the service reports success.</summary>
    [JsonProperty("success")]
    public bool Success { get; init; }

    /// <summary>The service's ID of the request; null without the header.</summary>
    [JsonIgnore]
    public string? RequestId { get; init; }
}
