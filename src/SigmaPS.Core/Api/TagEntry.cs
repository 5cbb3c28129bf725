using System;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A version tag on a data model: GET /v2/dataModels/{id}/tags.</summary>
public sealed class TagEntry
{
    /// <summary>The tag's name.</summary>
    [JsonProperty("tagName", NullValueHandling = NullValueHandling.Ignore)]
    public string TagName { get; init; } = "";

    /// <summary>The tag's id.</summary>
    [JsonProperty("versionTagId", NullValueHandling = NullValueHandling.Ignore)]
    public string VersionTagId { get; init; } = "";

    /// <summary>The version that bears the tag.</summary>
    [JsonProperty("sourceVersion")]
    public long Version { get; init; }

    /// <summary>When it was put there.</summary>
    [JsonProperty("taggedAt")]
    public DateTimeOffset? TaggedAt { get; init; }
}
