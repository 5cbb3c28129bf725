using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A version tag on a data model: GET /v2/dataModels/{id}/tags.</summary>
public sealed class TagEntry
{
    /// <summary>The tag's name.</summary>
    [JsonProperty("tagName", NullValueHandling = NullValueHandling.Ignore)]
    public string TagName { get; init; } = "";

    /// <summary>The tag's ID.</summary>
    [JsonProperty("versionTagId", NullValueHandling = NullValueHandling.Ignore)]
    public string VersionTagId { get; init; } = "";

    /// <summary>The tagged version.</summary>
    [JsonProperty("sourceVersion")]
    public long Version { get; init; }

    /// <summary>When the tag was set.</summary>
    [JsonProperty("taggedAt")]
    public DateTimeOffset? TaggedAt { get; init; }
}
