using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>The response of POST /v2/dataModels/tag.</summary>
public sealed class TaggedModel
{
    /// <summary>The tag's ID.</summary>
    [JsonProperty("versionTagId", NullValueHandling = NullValueHandling.Ignore)]
    public string VersionTagId { get; init; } = "";

    /// <summary>The UUID of the tagged model.</summary>
    [JsonProperty("taggedDataModelId", NullValueHandling = NullValueHandling.Ignore)]
    public string DataModelId { get; init; } = "";

    /// <summary>The tagged version.</summary>
    [JsonProperty("taggedDataModelVersion")]
    public long? Version { get; init; }
}
