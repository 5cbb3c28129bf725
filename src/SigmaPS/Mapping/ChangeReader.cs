using System;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>Changes that a user holds, back as the engine's values: taken by shape, so those from a job or a file count too.</summary>
internal static class ChangeReader
{
    /// <summary>The model a change is about, as a person calls it; empty where it is not known.</summary>
    public static string ModelOf(object given) => Text(given, "DataModelName") is { Length: > 0 } name ? name : Text(given, "DataModelId");

    /// <summary>The model's id, or its name where it has none; two models may have one name.</summary>
    public static string KeyOf(object given) => Text(given, "DataModelId") is { Length: > 0 } id ? id : Text(given, "DataModelName");

    /// <summary>A change.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The object is none.</exception>
    public static Core.Spec.Diff.SpecChange Read(object given)
    {
        if (!Enum.TryParse(Text(given, "Change"), out Core.Spec.Diff.ChangeKind change) || Text(given, "Kind") is not { Length: > 0 } kind)
        {
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.InvalidSpec, $"This {PSObject.AsPSObject(given).BaseObject.GetType().Name} is no change; pipe in what Compare-SigmaDataModelSpec gives, or the property Changes of a result.");
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
        var names = LanguagePrimitives.GetEnumerable(Value(given, "Names"))?.Cast<object?>().Select(name => name?.ToString() ?? "").ToArray();
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
            throw new Core.Diagnostics.SigmaEngineException(Core.Diagnostics.ErrorCode.SpecNotRepresentable, $"The change's {property} cannot be written as JSON: {e.Message}.", e);
        }
    }

    private static string Text(object given, string property) => Value(given, property)?.ToString() ?? "";

    private static object? Value(object given, string property) => PSObject.AsPSObject(given).Properties[property]?.Value;
}
