using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>Reads usages by their shape, so that objects from a job or a file work too.</summary>
internal static class UsageShape
{
    /// <summary>Whether an object is a usage.</summary>
    public static bool IsUsage(object? given) =>
        given is not null && Text(given, "ConsumerKind").Length > 0 && Text(given, "Certainty").Length > 0;

    /// <summary>A property as text; empty where it is absent.</summary>
    public static string Text(object given, string property) => PSObject.AsPSObject(given).Properties[property]?.Value?.ToString() ?? "";

    /// <summary>The usage for a diagram.</summary>
    public static Core.Reports.UsageLink ToLink(object given) => new()
    {
        ModelId = Text(given, "DataModelId"),
        ModelName = Text(given, "DataModelName"),
        Used = Text(given, "Used"),
        ConsumerKind = Text(given, "ConsumerKind"),
        ConsumerId = Text(given, "ConsumerId"),
        ConsumerName = Text(given, "ConsumerName"),
        Owner = Text(given, "Owner"),
        ElementId = Text(given, "ElementId"),
        ElementName = Text(given, "ElementName"),
        ColumnName = Text(given, "ColumnName"),
        IsCertain = Text(given, "Certainty") == "Certain",
    };
}
