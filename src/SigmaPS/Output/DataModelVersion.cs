using System;

namespace SigmaPS;

/// <summary>One published version of a data model.</summary>
public sealed class DataModelVersion
{
    internal DataModelVersion(string dataModelId, long? documentVersion)
    {
        DataModelId = dataModelId;
        DocumentVersion = documentVersion;
    }

    /// <summary>The model.</summary>
    public string DataModelId { get; }

    /// <summary>The name that Sigma shows with this version.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The version's number; $null where Sigma does not say it.</summary>
    public long? DocumentVersion { get; }

    /// <summary>Whether it is the one that is live.</summary>
    public bool IsLatest { get; internal set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The member id of who published it.</summary>
    public string UpdatedBy { get; internal set; } = "";

    /// <summary>How many pages it has.</summary>
    public int Pages { get; internal set; }

    /// <summary>How many elements it has, controls among them.</summary>
    public int Elements { get; internal set; }

    /// <summary>How many columns its elements have.</summary>
    public int Columns { get; internal set; }

    /// <summary>How many metrics its elements have.</summary>
    public int Metrics { get; internal set; }

    /// <summary>Shows name and number.</summary>
    /// <returns>For example: Plugs Orders, version 3.</returns>
    public override string ToString() => $"{Name}, version {DocumentVersion}";
}
