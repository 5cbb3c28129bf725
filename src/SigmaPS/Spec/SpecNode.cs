using System;
using System.Collections.Generic;
using System.Dynamic;
using System.Linq;
using System.Linq.Expressions;

namespace SigmaPS;

/// <summary>An object of a data model's spec: its keys are its properties, in document order, exactly as Sigma sent them.</summary>
/// <remarks>
/// An absent key reads as $null, also in strict mode; setting it adds it. JSON arrays are Collection[object], so .Add() and += work.
/// <c>.PSObject.Copy()</c> makes a deep copy, <c>.Remove('key')</c> removes a key. Keys are looked up in exact case first, then in any
/// case.
/// </remarks>
public sealed class SpecNode : IDynamicMetaObjectProvider, ICloneable
{
    private SpecKeys _keys = new();

    internal SpecNode()
    {
    }

    /// <summary>What is known of the spec beside its JSON; only a root that was read has it. Out of sight of every property.</summary>
    internal Core.Writing.SpecProvenance? Origin { get; set; }

    /// <summary>What edits did, so that the opposite edit leaves no trace; only an edited root has it.</summary>
    internal Core.Spec.EditTrace? Trace { get; set; }

    internal IReadOnlyList<KeyValuePair<string, object?>> Members => _keys.Members;

    /// <summary>Removes a key.</summary>
    /// <param name="key">The key; exact case first.</param>
    /// <returns>True if the key existed.</returns>
    public bool Remove(string key)
    {
        var index = _keys.Find(key);
        if (index >= 0)
        {
            _keys.RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>Copies the object and all its values.</summary>
    /// <returns>The copy; it has the same base version as the original.</returns>
    /// <exception cref="InvalidOperationException">Objects nest too deeply, or one contains itself.</exception>
    public object Clone() => Clone(1);

    /// <summary>Shows the keys and plain values, as PowerShell shows an object in a string, and lists by their items.</summary>
    /// <returns>For example @{id=abc; name=Orders; columns=Amount; Region}.</returns>
    public override string ToString() => ToText(showsLists: true);

    /// <summary>The name or ID, else the keys and plain values: one item of a list in a text.</summary>
    internal string ToItemText() =>
        (GetExactly("name") ?? GetExactly("id")) is string { Length: > 0 } name ? name : ToText(showsLists: false);

    DynamicMetaObject IDynamicMetaObjectProvider.GetMetaObject(Expression parameter) => new SpecNodeMetaObject(parameter, this);

    internal bool Has(string key) => _keys.Find(key) >= 0;

    internal object? Get(string key)
    {
        var index = _keys.Find(key);
        return index < 0 ? null : Members[index].Value;
    }

    /// <summary>The index of a name in any case; -1 if it is absent.</summary>
    internal int PlaceOf(string name) => _keys.Find(name);

    /// <summary>The key's own spelling, for a name in any case.</summary>
    internal string? KeyFor(string name)
    {
        var index = _keys.Find(name);
        return index < 0 ? null : Members[index].Key;
    }

    /// <summary>Sets a user's value: it removes wrappers and converts an array to a list that can grow.</summary>
    internal void Set(string key, object? value)
    {
        var plain = NodeValueConverter.For(key, value);
        var index = _keys.Find(key);
        if (index < 0)
        {
            Put(key, plain);
        }
        else
        {
            _keys.SetAt(index, plain);
        }
    }

    /// <summary>Adds a missing key.</summary>
    internal void Put(string key, object? value) => _keys.Add(key, value);

    /// <summary>The value of a key in exactly this case; null if the key is absent.</summary>
    internal object? GetExactly(string key) => _keys.FindExactly(key) is >= 0 and var index ? _keys.Members[index].Value : null;

    /// <summary>Replaces all keys and values.</summary>
    internal void Replace(IEnumerable<KeyValuePair<string, object?>> members)
    {
        _keys = new SpecKeys();
        foreach (var member in members)
        {
            Put(member.Key, member.Value);
        }
    }

    /// <summary>Whether a key exists in exactly this case.</summary>
    internal bool HasExactly(string key) => _keys.FindExactly(key) >= 0;

    private SpecNode Clone(int depth)
    {
        var copy = new SpecNode { Origin = Origin, Trace = Trace };
        foreach (var member in NoteProperties.AllOf(this))
        {
            copy.Put(member.Key, CloneValue(member.Value, depth + 1));
        }

        return copy;
    }

    private static object? CloneValue(object? value, int depth) =>
        NodeValueConverter.Unwrap(value) switch
        {
            SpecNode or SpecList when depth > Core.Spec.Json.JsonReader.MaxDepth => throw new InvalidOperationException(
                $"Values nest deeper than {Core.Spec.Json.JsonReader.MaxDepth} levels, or an object contains itself; it cannot be copied."),
            SpecNode node => node.Clone(depth),
            SpecList items => new SpecList(items.Select(item => CloneValue(item, depth + 1))),
            var other => other,
        };

    // Two levels are enough, and an object that contains itself has no end.
    private string ToText(bool showsLists) =>
        "@{" + string.Join("; ", Members.Select(member => member.Key + "=" + Shown(member.Value, showsLists))) + "}";

    private static string Shown(object? value, bool showsLists) => value switch
    {
        SpecList list => showsLists ? list.ToString() : "...",
        SpecNode => "SigmaPS.SpecNode",
        IFormattable f => f.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
