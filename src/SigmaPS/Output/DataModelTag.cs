using System;

namespace SigmaPS;

/// <summary>A version tag on a data model.</summary>
public sealed class DataModelTag
{
    internal DataModelTag(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of the tagged model.</summary>
    public string DataModelId { get; }

    /// <summary>The tag's name.</summary>
    public string TagName { get; internal set; } = "";

    /// <summary>The tag's ID.</summary>
    public string VersionTagId { get; internal set; } = "";

    /// <summary>The tagged version.</summary>
    public long Version { get; internal set; }

    /// <summary>When the tag was set.</summary>
    public DateTimeOffset? TaggedAt { get; internal set; }

    /// <summary>Shows the name.</summary>
    /// <returns>The name, safe for a console or log.</returns>
    public override string ToString() => TagName;
}
