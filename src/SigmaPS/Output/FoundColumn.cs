namespace SigmaPS;

/// <summary>A column that was found in a live data model or in a file.</summary>
public sealed class FoundColumn
{
    internal FoundColumn(string? dataModelId) => DataModelId = dataModelId;

    /// <summary>The UUID of the data model; $null if a file does not contain it.</summary>
    public string? DataModelId { get; }

    /// <summary>The data model's name; $null if unknown.</summary>
    public string? DataModelName { get; internal set; }

    /// <summary>The file; $null for a live data model.</summary>
    public string? Path { get; internal set; }

    /// <summary>The display name of the element.</summary>
    public string Element { get; internal set; } = "";

    /// <summary>The element's ID.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The display name of the column.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The column's ID; other elements may have the same.</summary>
    public string ColumnId { get; internal set; } = "";

    /// <summary>Its formula.</summary>
    public string Formula { get; internal set; } = "";

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; internal set; }

    /// <summary>Its origins: tables such as RETAIL.SALES.ORDERS, and descriptions of other sources.</summary>
    public ItemList<string> Sources { get; internal set; } = System.Array.Empty<string>();

    /// <summary>Whether it has problems; $null if they were not checked.</summary>
    public bool? IsBroken { get; internal set; }

    /// <summary>Its problems; $null if there are none, or if they were not checked.</summary>
    public string? Problem { get; internal set; }

    /// <summary>Shows data model, element and column.</summary>
    /// <returns>For example Sales: Orders / Amount.</returns>
    public override string ToString() => $"{DataModelName ?? DataModelId ?? Path}: {Element} / {Name}";
}
