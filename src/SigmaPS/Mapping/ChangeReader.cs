using System;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>Converts the user's change objects to the engine's type. It reads them by shape, so that objects from a job or a file work
/// too.</summary>
internal static class ChangeReader
{
    /// <summary>The name of the change's model, else its ID; empty if unknown.</summary>
    public static string ModelOf(object given) => Text(given, "DataModelName") is { Length: > 0 } name ? name : Text(given, "DataModelId");

    /// <summary>The ID of the change's model, else its name. The ID is first, because two models may have the same name.</summary>
    public static string KeyOf(object given) => Text(given, "DataModelId") is { Length: > 0 } id ? id : Text(given, "DataModelName");

    /// <summary>Converts a change.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The object is not a change.</exception>
    public static Core.Spec.Diff.SpecChange Read(object given)
    {
        if (!Enum.TryParse(Text(given, "Change"), out Core.Spec.Diff.ChangeKind change) || Text(given, "Kind") is not { Length: > 0 } kind)
        {
            throw MappingErrors.NotAChange(given);
        }

        return new Core.Spec.Diff.SpecChange(change, kind, Names(given), Text(given, "Pointer"))
        {
            Property = Text(given, "Property") is { Length: > 0 } property ? property : null,
            Old = Tree(given, "OldValue"),
            New = Tree(given, "NewValue"),
        };
    }

    private static string[] Names(object given)
    {
        var names = LanguagePrimitives
            .GetEnumerable(Value(given, "Names"))
            ?.Cast<object?>()
            .Select(name => name?.ToString() ?? "")
            .ToArray();
        return names is { Length: > 0 } ? names : new[] { Text(given, "Name") };
    }

    private static Core.Spec.Json.JsonValue? Tree(object given, string property)
    {
        try
        {
            return Value(given, property) is { } value ? PSObjectJsonReader.From(value) : null;
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            throw MappingErrors.ChangeNotRepresentable(e, property);
        }
    }

    private static string Text(object given, string property) => Value(given, property)?.ToString() ?? "";

    private static object? Value(object given, string property) => PSObject.AsPSObject(given).Properties[property]?.Value;
}
