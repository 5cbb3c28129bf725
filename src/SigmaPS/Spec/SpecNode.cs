using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using System.Linq.Expressions;

namespace SigmaPS;

/// <summary>An object of a data model's representation: its keys are its properties, in document order, exactly as Sigma sent them.</summary>
/// <remarks>
/// Reading a key that is absent gives $null, also in strict mode; setting it adds it. JSON arrays are Collection[object], so .Add() and += work.
/// <c>.PSObject.Copy()</c> makes a deep copy, <c>.Remove('key')</c> takes a key out. Keys are found exactly first, then whatever their case.
/// </remarks>
public sealed class SpecNode : IDynamicMetaObjectProvider, ICloneable
{
    private readonly List<KeyValuePair<string, object?>> _members = new();

    internal SpecNode()
    {
    }

    /// <summary>What is known of the spec beside its JSON; only a root that was read has it. Out of sight of every property.</summary>
    internal SpecOriginBox? Origin { get; set; }

    internal IReadOnlyList<KeyValuePair<string, object?>> Members => _members;

    /// <summary>Takes a key out.</summary>
    /// <param name="key">The key; exact case first.</param>
    /// <returns>True when it was there.</returns>
    public bool Remove(string key)
    {
        var index = IndexOf(key);
        if (index >= 0)
        {
            _members.RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>Copies the object and everything in it.</summary>
    /// <returns>The copy; it builds on the same version as the original.</returns>
    public object Clone()
    {
        var copy = new SpecNode { Origin = Origin?.Copy() };
        foreach (var member in SpecNotes.AllOf(this))
        {
            copy.Put(member.Key, CloneValue(member.Value));
        }

        return copy;
    }

    /// <summary>Shows the keys and plain values, as PowerShell shows an object in a string.</summary>
    /// <returns>For example @{id=abc; name=Orders; columns=System.Object[]}.</returns>
    public override string ToString() => "@{" + string.Join("; ", _members.Select(member => member.Key + "=" + Shown(member.Value))) + "}";

    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new SpecNodeMeta(parameter, this);

    internal bool Has(string key) => IndexOf(key) >= 0;

    internal object? Get(string key)
    {
        var index = IndexOf(key);
        return index < 0 ? null : _members[index].Value;
    }

    /// <summary>The key as it is written, for a name of any case.</summary>
    internal string? KeyFor(string name)
    {
        var index = IndexOf(name);
        return index < 0 ? null : _members[index].Key;
    }

    /// <summary>Sets a value as a user gives it: wrappers off, an array made one that can grow.</summary>
    internal void Set(string key, object? value)
    {
        var plain = SpecValues.For(key, value);
        var index = IndexOf(key);
        if (index < 0)
        {
            Put(key, plain);
        }
        else
        {
            _members[index] = new KeyValuePair<string, object?>(_members[index].Key, plain);
        }
    }

    /// <summary>Adds a key that is not there.</summary>
    internal void Put(string key, object? value) => _members.Add(new KeyValuePair<string, object?>(key, value));

    /// <summary>Whether a key is there in exactly this case.</summary>
    internal bool HasExactly(string key)
    {
        foreach (var member in _members)
        {
            if (string.Equals(member.Key, key, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static object? CloneValue(object? value) => SpecValues.Unwrap(value) switch
    {
        SpecNode node => node.Clone(),
        SpecList items => new SpecList(items.Select(CloneValue)),
        var other => other,
    };

    private static string Shown(object? value) => value switch
    {
        SpecList => "System.Object[]",
        SpecNode => "SigmaPS.SpecNode",
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private int IndexOf(string key)
    {
        var loose = -1;
        for (var i = 0; i < _members.Count; i++)
        {
            if (string.Equals(_members[i].Key, key, StringComparison.Ordinal))
            {
                return i;
            }

            if (loose < 0 && string.Equals(_members[i].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                loose = i;
            }
        }

        return loose;
    }
}
