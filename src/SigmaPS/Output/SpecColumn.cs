namespace SigmaPS;

/// <summary>A column of a spec and where it stands. To change it, go to the spec itself.</summary>
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

    /// <summary>The data model; $null where the spec does not say.</summary>
    public string? DataModelId { get; }

    /// <summary>The name that the element shows.</summary>
    public string Element { get; }

    /// <summary>The element's id.</summary>
    public string ElementId { get; }

    /// <summary>The column's id; other elements may have the same.</summary>
    public string Id { get; }

    /// <summary>The name that the column shows: its own, or the one that follows from its formula.</summary>
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
