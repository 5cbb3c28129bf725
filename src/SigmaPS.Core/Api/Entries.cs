using System;
using System.Collections.Generic;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace SigmaPS.Core.Api;

/// <summary>A page of a list: its entries and the cursor of the next page.</summary>
/// <typeparam name="T">The type of an entry.</typeparam>
public sealed class ListPage<T>
{
    /// <summary>The entries; null if the response has no such key, which is not the same as an empty list.</summary>
    [JsonProperty("entries")]
    public IReadOnlyList<T>? Entries { get; init; }

    /// <summary>The opaque cursor of family A; null at the end.</summary>
    [JsonProperty("nextPage")]
    public string? NextPage { get; init; }

    /// <summary>The opaque cursor of family B; absent at the end.</summary>
    [JsonProperty("nextPageToken")]
    public string? NextPageToken { get; init; }
}

/// <summary>An entry of GET /v2/dataModels.</summary>
public sealed class DataModelEntry
{
    /// <summary>The UUID.</summary>
    [JsonProperty("dataModelId")]
    public string DataModelId { get; init; } = "";

    /// <summary>The short ID.</summary>
    [JsonProperty("dataModelUrlId")]
    public string DataModelUrlId { get; init; } = "";

    /// <summary>The name; not unique.</summary>
    [JsonProperty("name")]
    public string Name { get; init; } = "";

    /// <summary>The address in the application.</summary>
    [JsonProperty("url")]
    public string Url { get; init; } = "";

    /// <summary>The folder, for example "My Documents/Examples".</summary>
    [JsonProperty("path")]
    public string Path { get; init; } = "";

    /// <summary>The latest published version.</summary>
    [JsonProperty("latestVersion")]
    public long LatestVersion { get; init; }

    /// <summary>The owner's member ID.</summary>
    [JsonProperty("ownerId")]
    public string OwnerId { get; init; } = "";

    /// <summary>The member ID of its creator.</summary>
    [JsonProperty("createdBy")]
    public string CreatedBy { get; init; } = "";

    /// <summary>The member ID of the last editor.</summary>
    [JsonProperty("updatedBy")]
    public string UpdatedBy { get; init; } = "";

    /// <summary>When it was created.</summary>
    [JsonProperty("createdAt")]
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When it was changed last.</summary>
    [JsonProperty("updatedAt")]
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>Whether it is in the trash.</summary>
    [JsonProperty("isArchived")]
    public bool IsArchived { get; init; }
}

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

/// <summary>The identity of the session: GET /v2/whoami.</summary>
public sealed class Identity
{
    /// <summary>The member behind the credentials.</summary>
    [JsonProperty("userId")]
    public string UserId { get; init; } = "";

    /// <summary>The organization's ID.</summary>
    [JsonProperty("organizationId")]
    public string OrganizationId { get; init; } = "";
}
