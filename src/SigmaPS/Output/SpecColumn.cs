namespace SigmaPS;

/// <summary>A column of a spec and its place. To change it, use the commands for columns or the spec itself.</summary>
public sealed class SpecColumn
{
    internal SpecColumn(Core.Spec.Edit.SpecColumnEntry entry, string? dataModelId)
    {
        DataModelId = dataModelId;
        Element = entry.Element;
        ElementId = entry.ElementId;
        Id = entry.Id;
        Name = entry.Name;
        Formula = entry.Formula;
        Hidden = entry.Hidden;
        Pointer = entry.Pointer;
    }

    /// <summary>The data model; $null where the spec does not contain its ID.</summary>
    public string? DataModelId { get; }

    /// <summary>The element's display name.</summary>
    public string Element { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; }

    /// <summary>The column's ID; other elements may have the same.</summary>
    public string Id { get; }

    /// <summary>The display name: its own, or the default from its formula.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Whether it is hidden.</summary>
    public bool Hidden { get; }

    /// <summary>The JSON pointer of the column in the spec.</summary>
    public string Pointer { get; }

    /// <summary>Shows element and column.</summary>
    /// <returns>For example Orders / Amount.</returns>
    public override string ToString() => $"{Element} / {Name}";
}
