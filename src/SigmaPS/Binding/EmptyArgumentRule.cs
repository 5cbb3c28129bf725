using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Reflection;
using System.Security;

namespace SigmaPS.Binding;

/// <summary>
/// An empty value never means "all", "the default" or "no protection": a bound parameter rejects $null, blank text and a list that contains
/// them.
/// </summary>
/// <remarks>
/// A misspelled variable is $null. Without this rule, Get-SigmaDataModel -Name $misspelled returned every model of the organization.
/// </remarks>
internal static class EmptyArgumentRule
{
    /// <summary>The parameters whose empty value is valid, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> Exceptions { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["Description"] = "Empty text clears the description.",
        ["Title"] = "A document without a heading is complete.",
        ["Query"] = "A request without a query is complete, and $null omits one key.",
    };

    // Get-Content returns the blank lines of a file as empty text.
    private const string LinesOfText = "Json";

    /// <summary>Describes the first bound parameter with an empty value; null if there is none.</summary>
    /// <param name="cmdlet">The cmdlet, for the types of its parameters.</param>
    /// <param name="bound">Names and values of the bound parameters.</param>
    public static EmptyArgument? Find(Cmdlet cmdlet, IEnumerable<KeyValuePair<string, object>> bound) =>
        bound
            .Where(argument => !IsCommon(argument.Key) && !(Exceptions.ContainsKey(argument.Key) && IsBlankText(argument.Value)))
            .Select(argument =>
                Describe(cmdlet.GetType(), argument.Key, argument.Value) is { } value ? new EmptyArgument(argument.Key, value) : null)
            .FirstOrDefault(found => found is not null);

    private static bool IsCommon(string name) => Cmdlet.CommonParameters.Contains(name) || Cmdlet.OptionalCommonParameters.Contains(name);

    private static bool IsBlankText(object? value) => Unwrap(value) is string or IDictionary;

    private static string? Describe(Type cmdlet, string name, object? value)
    {
        var type = cmdlet.GetProperty(name, BindingFlags.Public | BindingFlags.Instance)?.PropertyType ?? typeof(object);
        return Unwrap(value) switch
        {
            IList list when type.IsArray => DescribeList(list, allowsBlank: name == LinesOfText),
            IDictionary table when type != typeof(object) => DescribeTable(table),
            var single => DescribeSingle(single),
        };
    }

    private static string? DescribeSingle(object? value) => value switch
    {
        null => "$null",
        string text when string.IsNullOrWhiteSpace(text) => "empty text",
        SecureString { Length: 0 } => "an empty secure string",
        PSCredential credential when string.IsNullOrWhiteSpace(credential.UserName) => "an empty credential",
        _ => null,
    };

    private static string? DescribeList(IList list, bool allowsBlank)
    {
        var items = list.Cast<object?>().Select(item => DescribeSingle(Unwrap(item))).ToList();
        if (items.Count == 0)
        {
            return "an empty list";
        }

        var empty = items.FirstOrDefault(item => item == "$null" || (item is not null && !allowsBlank));
        if (empty is not null)
        {
            return items.Count == 1 ? empty : "a list that contains " + empty;
        }

        return allowsBlank && items.All(item => item is not null) ? "empty text" : null;
    }

    private static string? DescribeTable(IDictionary table)
    {
        if (table.Count == 0)
        {
            return "an empty table";
        }

        var empty = table
            .Values.Cast<object?>()
            .Concat(table.Keys.Cast<object?>())
            .Select(item => DescribeSingle(Unwrap(item)))
            .FirstOrDefault(item => item is not null);
        return empty is null ? null : "a table that contains " + empty;
    }

    private static object? Unwrap(object? value) =>
        value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
}
