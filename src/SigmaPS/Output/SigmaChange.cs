using System;

namespace SigmaPS;

/// <summary>One published version of a data model, or several saves folded into one: who, when, and what changed.</summary>
public sealed class SigmaChange
{
    internal SigmaChange(string dataModelId, string dataModelName, long documentVersion, long firstVersion, SpecChange[] changes)
    {
        DataModelId = dataModelId;
        DataModelName = dataModelName;
        DocumentVersion = documentVersion;
        FirstVersion = firstVersion;
        Changes = changes;
    }

    /// <summary>When it was saved.</summary>
    public DateTimeOffset? ChangedAt { get; internal set; }

    /// <summary>The name of the person who saved it; the member ID if Sigma does not list members.</summary>
    public string ChangedBy { get; internal set; } = "";

    /// <summary>The person's member ID.</summary>
    public string ChangedById { get; internal set; } = "";

    /// <summary>The data model's name in this version.</summary>
    public string DataModelName { get; }

    /// <summary>The UUID of the data model.</summary>
    public string DataModelId { get; }

    /// <summary>The version; the last one of several folded saves.</summary>
    public long DocumentVersion { get; }

    /// <summary>The first version of several folded saves; else the version itself.</summary>
    public long FirstVersion { get; }

    /// <summary>The number of changes by kind, for example: 2 columns changed, 1 metric added.</summary>
    public string Summary { get; internal set; } = "";

    /// <summary>The changes, as Compare-SigmaDataModelSpec returns them.</summary>
    public ItemList<SpecChange> Changes { get; }

    /// <summary>Shows model, version and summary.</summary>
    /// <returns>For example: Sales Core, version 12: 2 columns changed.</returns>
    public override string ToString() => FirstVersion == DocumentVersion
        ? $"{DataModelName}, version {DocumentVersion}: {Summary}"
        : $"{DataModelName}, versions {FirstVersion} to {DocumentVersion}: {Summary}";
}
