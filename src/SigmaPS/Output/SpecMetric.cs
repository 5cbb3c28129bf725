namespace SigmaPS;

/// <summary>A metric of a spec and its place. To change it, use the commands for metrics or the spec itself.</summary>
public sealed class SpecMetric
{
    internal SpecMetric(Core.Spec.Edit.SpecMetricEntry entry, string? dataModelId)
    {
        DataModelId = dataModelId;
        Element = entry.Element;
        ElementId = entry.ElementId;
        Id = entry.Id;
        Name = entry.Name;
        Formula = entry.Formula;
        Description = entry.Description;
        Pointer = entry.Pointer;
    }

    /// <summary>The data model; $null if the spec does not contain its ID.</summary>
    public string? DataModelId { get; }

    /// <summary>The element's display name.</summary>
    public string Element { get; }

    /// <summary>The element's ID.</summary>
    public string ElementId { get; }

    /// <summary>The metric's ID; other elements may have the same.</summary>
    public string Id { get; }

    /// <summary>The metric's display name.</summary>
    public string Name { get; }

    /// <summary>Its formula.</summary>
    public string Formula { get; }

    /// <summary>Its description; $null if it has none.</summary>
    public string? Description { get; }

    /// <summary>The JSON pointer of the item in the spec.</summary>
    public string Pointer { get; }

    /// <summary>Shows element and name.</summary>
    /// <returns>For example Orders / Total.</returns>
    public override string ToString() => $"{Element} / {Name}";
}
