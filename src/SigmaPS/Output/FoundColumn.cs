namespace SigmaPS;

/// <summary>A column that was found in a live data model or in a file.</summary>
public sealed class FoundColumn
{
    internal FoundColumn(string? dataModelId) => DataModelId = dataModelId;

    /// <summary>The data model; $null where a file does not say.</summary>
    public string? DataModelId { get; }

    /// <summary>The data model's name; $null where it is not known.</summary>
    public string? DataModelName { get; internal set; }

    /// <summary>The file; $null for a live data model.</summary>
    public string? Path { get; internal set; }

    /// <summary>The name that the element shows.</summary>
    public string Element { get; internal set; } = "";

    /// <summary>The element's id.</summary>
    public string ElementId { get; internal set; } = "";

    /// <summary>The name that the column shows.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The column's id; other elements may have the same.</summary>
    public string ColumnId { get; internal set; } = "";

    /// <summary>Its formula.</summary>
    public string Formula { get; internal set; } = "";

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; internal set; }

    /// <summary>What it comes from in the end: tables such as RETAIL.SALES.ORDERS, and in words what is no table.</summary>
    public string[] Sources { get; internal set; } = System.Array.Empty<string>();

    /// <summary>Whether it does not work; $null where that was not looked at.</summary>
    public bool? IsBroken { get; internal set; }

    /// <summary>Why it does not work; $null where it does, or where that was not looked at.</summary>
    public string? Problem { get; internal set; }

    /// <summary>Shows data model, element and column.</summary>
    /// <returns>For example Sales: Orders / Amount.</returns>
    public override string ToString() => $"{DataModelName ?? DataModelId ?? Path}: {Element} / {Name}";
}
