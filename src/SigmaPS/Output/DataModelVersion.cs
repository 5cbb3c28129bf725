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

    /// <summary>The UUID of the model.</summary>
    public string DataModelId { get; }

    /// <summary>The model's name in this version.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The version's number; $null if Sigma does not return it.</summary>
    public long? DocumentVersion { get; }

    /// <summary>The same number, under the name that a data model and a tag have for it.</summary>
    public long? Version => DocumentVersion;

    /// <summary>Whether it is the live version.</summary>
    public bool IsLatest { get; internal set; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? UpdatedAt { get; internal set; }

    /// <summary>The member ID of its publisher.</summary>
    public string UpdatedBy { get; internal set; } = "";

    /// <summary>The number of pages.</summary>
    public int Pages { get; internal set; }

    /// <summary>The number of elements, including controls.</summary>
    public int Elements { get; internal set; }

    /// <summary>The number of columns of all elements.</summary>
    public int Columns { get; internal set; }

    /// <summary>The number of metrics of all elements.</summary>
    public int Metrics { get; internal set; }

    /// <summary>Shows name and number.</summary>
    /// <returns>For example: Plugs Orders, version 3.</returns>
    public override string ToString() => $"{Name}, version {DocumentVersion}";
}
