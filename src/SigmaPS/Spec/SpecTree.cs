using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>Turns what a user holds into the JSON a person would expect: nodes, hashtables, [pscustomobject], lists, dates, numbers.</summary>
internal sealed class SpecTree
{
    private const int MaxDepth = 1000;

    // What PowerShell itself adds to whatever comes out of a job or another machine.
    private static readonly HashSet<string> JobMarks = new(StringComparer.Ordinal) { "PSComputerName", "RunspaceId", "PSShowComputerName", "PSSourceJobInstanceId" };

    private readonly bool _bagsAreMade;
    private readonly HashSet<object> _inside = new(ByReference.Instance);

    private SpecTree(bool bagsAreMade) => _bagsAreMade = bagsAreMade;

    /// <summary>Converts a value.</summary>
    /// <param name="value">What a user holds.</param>
    /// <returns>The tree; objects that the user made are marked as such.</returns>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">JSON cannot hold something in it; the pointer says where.</exception>
    public static Core.Spec.Json.JsonValue From(object? value) =>
        new SpecTree(bagsAreMade: SpecValues.Unwrap(value) is SpecNode).Convert(value);

    private Core.Spec.Json.JsonValue Convert(object? given)
    {
        switch (SpecValues.Plain(given))
        {
            case null:
                return new Core.Spec.Json.JsonNull();
            case string s:
                return new Core.Spec.Json.JsonString(s);
            case bool b:
                return new Core.Spec.Json.JsonBoolean(b);
            case ScriptBlock:
                throw new Core.Spec.Json.NotRepresentableException("a script block is no JSON value");
            case var plain when Scalar(plain) is { } scalar:
                return scalar;
            case var container:
                Enter(container);
                var converted = Container(container);
                _inside.Remove(container);
                return converted;
        }
    }

    private Core.Spec.Json.JsonValue Container(object container) => container switch
    {
        SpecNode node => Object(SpecNotes.AllOf(node), made: false),
        IDictionary dictionary => Object(Entries(dictionary), made: true),
        PSObject bag => Object(Properties(bag), _bagsAreMade),
        IEnumerable items => Array(items),
        var other when other.GetType().Assembly is { IsDynamic: false, Location.Length: > 0 } =>
            throw new Core.Spec.Json.NotRepresentableException($"a {other.GetType().FullName} is no JSON value"),

        // An instance of a class that the user's own script defines.
        var other => Object(Properties(PSObject.AsPSObject(other)), made: true),
    };

    private static Core.Spec.Json.JsonValue? Scalar(object value) => value switch
    {
        SpecNumber n => new Core.Spec.Json.JsonNumber(n.ToString()),
        SwitchParameter s => new Core.Spec.Json.JsonBoolean(s.IsPresent),
        char c => new Core.Spec.Json.JsonString(c.ToString()),
        Enum e => new Core.Spec.Json.JsonString(e.ToString()),
        sbyte or byte or short or ushort or int or uint or long or ulong or decimal or BigInteger => new Core.Spec.Json.JsonNumber(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
        float f => Number(f, f.ToString("R", CultureInfo.InvariantCulture)),
        double when ExactNumbers.TextOf(value) is { } text => new Core.Spec.Json.JsonNumber(text),
        double d => Number(d, Exact(d)),
        DateTime t => new Core.Spec.Json.JsonString(t.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        DateTimeOffset t => new Core.Spec.Json.JsonString(t.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
        Guid or Uri or Version or TimeSpan => new Core.Spec.Json.JsonString(value.ToString()!),
        _ => null,
    };

    // On .NET Framework "R" does not always give a double back; seventeen digits do.
    private static string Exact(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value) ? text : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static Core.Spec.Json.JsonNumber Number(double value, string text) => double.IsNaN(value) || double.IsInfinity(value)
        ? throw new Core.Spec.Json.NotRepresentableException($"{text} is no JSON number")
        : new Core.Spec.Json.JsonNumber(text);

    private Core.Spec.Json.JsonObject Object(IEnumerable<KeyValuePair<string, object?>> members, bool made)
    {
        var o = new Core.Spec.Json.JsonObject { IsMade = made };
        foreach (var member in members)
        {
            try
            {
                o.Add(member.Key, Convert(member.Value));
            }
            catch (Core.Spec.Json.NotRepresentableException e)
            {
                e.Prepend(member.Key);
                throw;
            }
        }

        return o;
    }

    private Core.Spec.Json.JsonArray Array(IEnumerable items)
    {
        var array = new Core.Spec.Json.JsonArray();
        foreach (var item in items)
        {
            try
            {
                array.Add(Convert(item));
            }
            catch (Core.Spec.Json.NotRepresentableException e)
            {
                e.Prepend(array.Count.ToString(CultureInfo.InvariantCulture));
                throw;
            }
        }

        return array;
    }

    private void Enter(object container)
    {
        if (!_inside.Add(container))
        {
            throw new Core.Spec.Json.NotRepresentableException("an object stands inside itself");
        }

        if (_inside.Count > MaxDepth)
        {
            throw new Core.Spec.Json.NotRepresentableException($"values nest deeper than {MaxDepth} levels");
        }
    }

    // A hashtable has no order of its own: names in order of their letters give the same text every time.
    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        // A generic dictionary gives dictionary entries to foreach alone, and key-value pairs to everybody else.
        var entries = new List<KeyValuePair<string, object?>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add(new KeyValuePair<string, object?>(System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value));
        }

        return dictionary is Hashtable ? entries.OrderBy(entry => entry.Key, StringComparer.Ordinal) : entries;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(PSObject bag) =>
        bag.Properties.Where(property => property.IsGettable && !JobMarks.Contains(property.Name)).Select(property => new KeyValuePair<string, object?>(property.Name, SpecValues.Of(property)));

    private sealed class ByReference : IEqualityComparer<object>
    {
        public static readonly ByReference Instance = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
