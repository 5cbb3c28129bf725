using System;

namespace SigmaPS;

/// <summary>A source that a data model reads directly.</summary>
public sealed class DataModelSource
{
    internal DataModelSource(string dataModelId) => DataModelId = dataModelId;

    /// <summary>The model that reads the source.</summary>
    public string DataModelId { get; }

    /// <summary>table, data-model, custom-sql or dataset.</summary>
    public string Type { get; internal set; } = "";

    /// <summary>The warehouse table. Get-SigmaTable returns its path.</summary>
    public string? TableId { get; internal set; }

    /// <summary>The data model that is read; $null for other sources.</summary>
    public string? SourceDataModelId { get; internal set; }

    /// <summary>The elements of that data model that are read.</summary>
    public ItemList<string> ElementIds { get; internal set; } = Array.Empty<string>();

    /// <summary>The version tag that is read; $null for the latest version.</summary>
    public string? VersionTagId { get; internal set; }

    /// <summary>The connection of a custom SQL.</summary>
    public string? ConnectionId { get; internal set; }

    /// <summary>The text of a custom SQL.</summary>
    public string? Definition { get; internal set; }

    /// <summary>The element that contains the custom SQL.</summary>
    public string? CustomSqlId { get; internal set; }

    /// <summary>The dataset, which is deprecated in Sigma.</summary>
    public string? DatasetId { get; internal set; }

    /// <summary>Shows the type.</summary>
    /// <returns>The type, safe for a console or log.</returns>
    public override string ToString() => Type;
}
