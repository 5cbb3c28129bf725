using System;
using System.Collections.Generic;
using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>An entry of GET /v2/dataModels/{id}/elements.</summary>
public sealed class ElementEntry
{
    /// <summary>The element's ID.</summary>
    [JsonProperty("elementId")]
    public string ElementId { get; init; } = "";

    /// <summary>The name; null if it has none.</summary>
    [JsonProperty("name")]
    public string? Name { get; init; }

    /// <summary>The type, for example table.</summary>
    [JsonProperty("type")]
    public string? Type { get; init; }

    /// <summary>The kind of visualization. Sigma spells the key this way.</summary>
    [JsonProperty("vizualizationType")]
    public string? VisualizationType { get; init; }

    /// <summary>The names of its columns.</summary>
    [JsonProperty("columns", NullValueHandling = NullValueHandling.Ignore)]
    public IReadOnlyList<string> Columns { get; init; } = Array.Empty<string>();

    /// <summary>The service's error message; null if the element works.</summary>
    [JsonProperty("error")]
    public string? Error { get; init; }
}
