using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace SigmaPS;

/// <summary>Converts the user's values to JSON: nodes, hashtables, [pscustomobject], lists, dates, numbers.</summary>
internal sealed class PSObjectJsonReader
{
    // Properties that PowerShell adds to objects from a job or another machine.
    private static readonly HashSet<string> JobMarks = new(StringComparer.Ordinal)
    {
        "PSComputerName",
        "RunspaceId",
        "PSShowComputerName",
        "PSSourceJobInstanceId",
    };

    private readonly bool _bagsAreMade;
    private readonly HashSet<object> _inside = new(ByReference.Instance);
    private readonly List<SpecTreeLevel> _open = new();

    private PSObjectJsonReader(bool bagsAreMade) => _bagsAreMade = bagsAreMade;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The user's value.</param>
    /// <returns>The tree; objects that the user created are marked.</returns>
    /// <exception cref="Core.Spec.Json.NotRepresentableException">JSON cannot represent a value; the pointer locates it.</exception>
    public static Core.Spec.Json.JsonValue From(object? value) =>
        new PSObjectJsonReader(bagsAreMade: NodeValueConverter.Unwrap(value) is SpecNode).Convert(value);

    // Open containers are in a list and not on the thread's stack, so that no nesting exhausts the stack.
    private Core.Spec.Json.JsonValue Convert(object? given)
    {
        try
        {
            var root = Begin(given);
            while (_open.Count > 0)
            {
                var level = _open[_open.Count - 1];
                if (level.MoveNext())
                {
                    level.Add(Begin(level.Current));
                }
                else
                {
                    Leave(level);
                }
            }

            return root;
        }
        catch (Core.Spec.Json.NotRepresentableException e)
        {
            e.PrependAll(_open, level => level.Segment);
            throw;
        }
        finally
        {
            _open.ForEach(level => level.Dispose());
        }
    }

    /// <summary>Converts a plain value, or opens a container whose parts follow.</summary>
    private Core.Spec.Json.JsonValue Begin(object? given)
    {
        switch (NodeValueConverter.Plain(given))
        {
            case null:
                return new Core.Spec.Json.JsonNull();
            case string s:
                return new Core.Spec.Json.JsonString(s);
            case bool b:
                return new Core.Spec.Json.JsonBoolean(b);
            case ScriptBlock:
                throw new Core.Spec.Json.NotRepresentableException("a script block is not a JSON value");
            case var plain when Scalar(plain) is { } scalar:
                return scalar;
            case var container:
                return Enter(container).Target;
        }
    }

    private SpecTreeLevel Enter(object container)
    {
        if (_open.Count == Core.Spec.Json.JsonReader.MaxDepth)
        {
            throw new Core.Spec.Json.NotRepresentableException($"values nest deeper than {Core.Spec.Json.JsonReader.MaxDepth} levels");
        }

        if (!_inside.Add(container))
        {
            throw new Core.Spec.Json.NotRepresentableException("an object contains itself");
        }

        var level = Level(container);
        _open.Add(level);
        return level;
    }

    private void Leave(SpecTreeLevel level)
    {
        _open.RemoveAt(_open.Count - 1);
        _inside.Remove(level.Source);
        level.Dispose();
    }

    private SpecTreeLevel Level(object container) => container switch
    {
        SpecNode node => SpecTreeLevel.OfMembers(node, NoteProperties.AllOf(node), isMade: false),
        IDictionary dictionary => SpecTreeLevel.OfMembers(dictionary, Entries(dictionary), isMade: true),
        PSObject bag => SpecTreeLevel.OfMembers(bag, Properties(bag), _bagsAreMade),
        IEnumerable items => SpecTreeLevel.OfItems(items),
        var other when other.GetType().Assembly is { IsDynamic: false, Location.Length: > 0 } =>
            throw new Core.Spec.Json.NotRepresentableException($"a {other.GetType().FullName} is not a JSON value"),

        // An instance of a class that the user's script defines.
        var other => SpecTreeLevel.OfMembers(other, Properties(PSObject.AsPSObject(other)), isMade: true),
    };

    private static Core.Spec.Json.JsonValue? Scalar(object value) =>
        value switch
        {
            SpecNumber n => new Core.Spec.Json.JsonNumber(n.ToString()),
            SwitchParameter s => new Core.Spec.Json.JsonBoolean(s.IsPresent),
            char c => new Core.Spec.Json.JsonString(c.ToString()),
            Enum e => new Core.Spec.Json.JsonString(e.ToString()),
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal or BigInteger => new Core.Spec.Json.JsonNumber(
                ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)),
            float f => Number(f, f.ToString("R", CultureInfo.InvariantCulture)),
            double when ExactNumbers.TextOf(value) is { } text => new Core.Spec.Json.JsonNumber(text),
            double d => Number(d, Exact(d)),
            DateTime t => new Core.Spec.Json.JsonString(t.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
            DateTimeOffset t => new Core.Spec.Json.JsonString(t.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture)),
            Guid or Uri or Version or TimeSpan => new Core.Spec.Json.JsonString(value.ToString()!),
            _ => null,
        };

    // On .NET Framework, "R" does not always round-trip a double; seventeen digits do.
    private static string Exact(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value)
            ? text
            : value.ToString("G17", CultureInfo.InvariantCulture);
    }

    private static Core.Spec.Json.JsonNumber Number(double value, string text) => double.IsNaN(value) || double.IsInfinity(value)
        ? throw new Core.Spec.Json.NotRepresentableException($"{text} is not a JSON number")
        : new Core.Spec.Json.JsonNumber(text);

    // A hashtable has no order. Sort its names, so that equal hashtables give equal text.
    private static IEnumerable<KeyValuePair<string, object?>> Entries(IDictionary dictionary)
    {
        // A generic dictionary returns dictionary entries only from the non-generic enumerator, else key-value pairs.
        var entries = new List<KeyValuePair<string, object?>>(dictionary.Count);
        foreach (DictionaryEntry entry in dictionary)
        {
            entries.Add(
                new KeyValuePair<string, object?>(System.Convert.ToString(entry.Key, CultureInfo.InvariantCulture) ?? "", entry.Value));
        }

        return dictionary is Hashtable ? entries.OrderBy(entry => entry.Key, StringComparer.Ordinal) : entries;
    }

    private static IEnumerable<KeyValuePair<string, object?>> Properties(PSObject bag) =>
        bag
            .Properties.Where(property => property.IsGettable && !JobMarks.Contains(property.Name))
            .Select(property => new KeyValuePair<string, object?>(property.Name, NodeValueConverter.GetValue(property)));

    private sealed class ByReference : IEqualityComparer<object>
    {
        public static readonly ByReference Instance = new();

        public new bool Equals(object? x, object? y) => ReferenceEquals(x, y);

        public int GetHashCode(object obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
