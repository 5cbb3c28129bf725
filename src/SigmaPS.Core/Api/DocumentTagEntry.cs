using Newtonsoft.Json;

namespace SigmaPS.Core.Api;

/// <summary>A version tag of a document. Workbooks name the fields differently from reports and models.</summary>
public sealed class DocumentTagEntry
{
    /// <summary>The tag's ID.</summary>
    [JsonProperty("versionTagId", NullValueHandling = NullValueHandling.Ignore)]
    public string VersionTagId { get; init; } = "";

    /// <summary>The tag's name.</summary>
    [JsonIgnore]
    public string Name => WorkbookTagName ?? TagName ?? "";

    /// <summary>The version that the tag is on.</summary>
    [JsonIgnore]
    public long SourceVersion => WorkbookVersion ?? Version ?? 0;

    /// <summary>The ID of the tagged copy; null for a model.</summary>
    [JsonIgnore]
    public string? TaggedDocumentId => TaggedWorkbookId ?? TaggedReportId;

    /// <summary>When the tag was set, exactly as the service sent it.</summary>
    [JsonIgnore]
    public string TaggedAt => WorkbookTaggedAt ?? At ?? "";

    [JsonProperty("name")]
    private string? WorkbookTagName { get; init; }

    [JsonProperty("tagName")]
    private string? TagName { get; init; }

    [JsonProperty("sourceWorkbookVersion")]
    private long? WorkbookVersion { get; init; }

    [JsonProperty("sourceVersion")]
    private long? Version { get; init; }

    [JsonProperty("taggedWorkbookId")]
    private string? TaggedWorkbookId { get; init; }

    [JsonProperty("taggedReportId")]
    private string? TaggedReportId { get; init; }

    [JsonProperty("workbookTaggedAt")]
    private string? WorkbookTaggedAt { get; init; }

    [JsonProperty("taggedAt")]
    private string? At { get; init; }
}
