namespace SigmaPS;

/// <summary>An element or control of a spec and its place. To change it, use the commands for elements or the spec itself.</summary>
public sealed class SpecElement
{
    internal SpecElement(Core.Spec.Edit.SpecElementEntry entry, string? dataModelId)
    {
        DataModelId = dataModelId;
        Page = entry.Page;
        Id = entry.Id;
        Name = entry.Name;
        Kind = entry.Kind;
        ControlId = entry.ControlId;
        Source = entry.Source;
        ColumnCount = entry.ColumnCount;
        MetricCount = entry.MetricCount;
        Description = entry.Description;
        Pointer = entry.Pointer;
    }

    /// <summary>The data model; $null if the spec does not contain its ID.</summary>
    public string? DataModelId { get; }

    /// <summary>The name of the page.</summary>
    public string Page { get; }

    /// <summary>The element's ID.</summary>
    public string Id { get; }

    /// <summary>The display name: its own, or the default from its source.</summary>
    public string Name { get; }

    /// <summary>table or control, or a kind that a newer version of Sigma adds.</summary>
    public string Kind { get; }

    /// <summary>The name of a control in formulas; $null for other elements.</summary>
    public string? ControlId { get; }

    /// <summary>The source: a table path, the name of another element, or the kind; $null if there is none.</summary>
    public string? Source { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>The number of metrics.</summary>
    public int MetricCount { get; }

    /// <summary>Its description; $null if it has none.</summary>
    public string? Description { get; }

    /// <summary>The JSON pointer of the item in the spec.</summary>
    public string Pointer { get; }

    /// <summary>Shows the name.</summary>
    /// <returns>For example Orders.</returns>
    public override string ToString() => Name;
}
