using System.Collections;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace SigmaPS;

/// <summary>Values on their way into a node.</summary>
internal static class NodeValueConverter
{
    /// <summary>Takes PowerShell's wrappers off and turns a fixed array into a collection, so that .Add() works afterwards.</summary>
    public static object? Plain(object? value) => Unwrap(value) switch
    {
        object?[] items => new SpecList(items.Select(Unwrap)),
        var other => other,
    };

    /// <summary>The same for a certain key: one object in a field that holds a list of objects becomes a list of one, so that [0] and .Add() work.</summary>
    public static object? For(string key, object? value) => Plain(value) switch
    {
        var one and (SpecNode or PSObject or IDictionary) when Core.Spec.Edit.ListNormalizer.IsListOfObjects(key) => new SpecList(new[] { one }),
        var other => other,
    };

    /// <summary>The value of a property, which may be a script of the user's.</summary>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">The script failed; the pointer says where.</exception>
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

    /// <summary>The value under a PSObject; an object made with [pscustomobject] is nothing but its PSObject and stays.</summary>
    public static object? Unwrap(object? value) => ReferenceEquals(value, AutomationNull.Value) ? null
        : value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject
        : value;
}
