using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Binding;

/// <summary>Reads the item in a pipeline object by its shape, so that objects from a job or a file work too.</summary>
internal static class UsageInput
{
    /// <summary>The item of a model in an object; empty for a whole model.</summary>
    public static IReadOnlyList<(Core.Usage.UsageItemKind Kind, string? Element, string Item)> ReadItem(PSObject input)
    {
        var element = Text(input, "ElementId") ?? Text(input, "Element");
        if (Text(input, "ControlId") is { } control)
        {
            return new[] { (Core.Usage.UsageItemKind.Control, (string?)null, control) };
        }

        // A SpecElement has an ID and the number of its columns.
        if (Value(input, "ColumnCount") is not null && Text(input, "Id") is { } own)
        {
            return new[] { (Core.Usage.UsageItemKind.Element, (string?)null, own) };
        }

        if ((Text(input, "ColumnId") ?? (Text(input, "Formula") is null ? null : Text(input, "Id"))) is { } item)
        {
            return new[] { (IsMetric(input) ? Core.Usage.UsageItemKind.Metric : Core.Usage.UsageItemKind.Column, element, item) };
        }

        return element is null
            ? Array.Empty<(Core.Usage.UsageItemKind, string?, string)>()
            : new[] { (Core.Usage.UsageItemKind.Element, (string?)null, element) };
    }

    /// <summary>The item of a change, by its name before the change; null if consumers cannot read such an item.</summary>
    public static IReadOnlyList<(Core.Usage.UsageItemKind Kind, string? Element, string Item)>? ReadChange(PSObject input)
    {
        var given = LanguagePrimitives.GetEnumerable(Value(input, "Names"))?.Cast<object?>() ?? Enumerable.Empty<object?>();
        var names = given.Select(name => name?.ToString() ?? "").ToList();
        if (names.Count == 0 || Text(input, "Change") is "Added"
            || !Enum.TryParse<Core.Usage.UsageItemKind>(Text(input, "Kind"), true, out var kind) || kind == Core.Usage.UsageItemKind.Model)
        {
            return null;
        }

        var own = Text(input, "Property") is "name" or "controlId" && Value(input, "OldValue") is string old ? old : names[names.Count - 1];
        var isInside = kind is not (Core.Usage.UsageItemKind.Element or Core.Usage.UsageItemKind.Control) && names.Count > 1;
        return new[] { (kind, isInside ? names[names.Count - 2] : null, own) };
    }

    /// <summary>A property as text; null if it is absent or empty.</summary>
    public static string? Text(PSObject input, string property) =>
        Value(input, property) is { } value && value.ToString() is { Length: > 0 } text ? text : null;

    /// <summary>A property without its wrapper.</summary>
    public static object? Value(PSObject input, string property) =>
        input.Properties[property]?.Value is PSObject wrapped ? wrapped.BaseObject : input.Properties[property]?.Value;

    private static bool IsMetric(PSObject input) =>
        Text(input, "Kind") is "Metric" || Text(input, "Pointer")?.Contains("/metrics/") == true;
}
