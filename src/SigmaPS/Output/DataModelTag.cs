using System;

namespace SigmaPS;

/// <summary>A version tag on a data model.</summary>
public sealed class DataModelTag
{
    internal DataModelTag(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model that bears the tag.</summary>
    public string DataModelId { get; }

    /// <summary>The tag's name.</summary>
    public string TagName { get; internal set; } = "";

    /// <summary>The tag's id.</summary>
    public string VersionTagId { get; internal set; } = "";

    /// <summary>The version that bears the tag.</summary>
    public long Version { get; internal set; }

    /// <summary>When it was put there.</summary>
    public DateTimeOffset? TaggedAt { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>For a screen.</returns>
    public override string ToString() => TagName;
}
