using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace SigmaPS;

/// <summary>Converts values that are assigned to a node.</summary>
internal static class NodeValueConverter
{
    /// <summary>Removes PowerShell's wrappers and converts a fixed array to a collection, so that .Add() works.</summary>
    public static object? Plain(object? value) => Unwrap(value) switch
    {
        object?[] items => new SpecList(items.Select(Unwrap)),
        var other => other,
    };

    /// <summary>Converts the value of a key: a single object for a list of objects becomes a list of one, so that [0] and .Add()
    /// work.</summary>
    public static object? For(string key, object? value) =>
        Plain(value) switch
        {
            var one and (SpecNode or PSObject or IDictionary) when Core.Spec.Edit.ListNormalizer.IsListOfObjects(key) => new SpecList(
                new[] { one }),
            var other => other,
        };

    /// <summary>The value of a property, which may be the user's script.</summary>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">The script failed; the pointer locates the property.</exception>
    public static object? GetValue(PSPropertyInfo property)
    {
        try
        {
            return property.Value;
        }
        catch (GetValueException e)
        {
            var failed = new Core.Spec.Json.NotRepresentableException($"the property cannot be read ({e.Message.TrimEnd('.')})");
            failed.Prepend(property.Name);
            throw failed;
        }
    }

    /// <summary>The value inside a PSObject. A [pscustomobject] has no other value, so it stays a PSObject.</summary>
    public static object? Unwrap(object? value)
    {
        if (ReferenceEquals(value, AutomationNull.Value))
        {
            return null;
        }

        return value is PSObject { BaseObject: not PSCustomObject } wrapped ? wrapped.BaseObject : value;
    }
}
