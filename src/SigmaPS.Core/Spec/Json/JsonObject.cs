using System;
using System.Collections;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>A member of an object.</summary>
public readonly struct JsonMember
{
    /// <summary>Makes a member.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public JsonMember(string name, JsonValue value)
    {
        Name = name;
        Value = value;
    }

    /// <summary>The name, unescaped.</summary>
    public string Name { get; }

    /// <summary>The value.</summary>
    public JsonValue Value { get; }
}

/// <summary>An object: members in document order, names compared exactly. A name that stands twice is kept twice.</summary>
public sealed class JsonObject : JsonValue, IEnumerable<JsonMember>
{
    // Up to here a look at each member is faster than a dictionary.
    private const int FewMembers = 16;

    private readonly List<JsonMember> _members = new();
    private Dictionary<string, int>? _places;

    /// <summary>Makes an empty object.</summary>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonObject(int offset = -1) : base(offset)
    {
    }

    /// <summary>How many members there are.</summary>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public override string Kind => "object";

    /// <summary>Whether a person made this object, as against one that came from a document: its keys are put in the canonical order.</summary>
    public bool IsMade { get; init; }

    /// <summary>The value of a name; null where the name is missing. The last one counts where a name stands twice, as in nearly every reader.</summary>
    /// <param name="name">The exact name.</param>
    public JsonValue? this[string name]
    {
        get
        {
            var index = IndexOf(name);
            return index < 0 ? null : _members[index].Value;
        }
    }

    /// <summary>Whether a name is there, with whatever value.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>True when it is.</returns>
    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The text of a string member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The text or null.</returns>
    public string? Text(string name) => (this[name] as JsonString)?.Value;

    /// <summary>The array of a member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The array or null.</returns>
    public JsonArray? Array(string name) => this[name] as JsonArray;

    /// <summary>The object of a member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The object or null.</returns>
    public JsonObject? Object(string name) => this[name] as JsonObject;

    /// <summary>Adds a member at the end, as a reader does.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Add(string name, JsonValue value)
    {
        _members.Add(new JsonMember(name, value));
        if (_places is not null)
        {
            _places[name] = _members.Count - 1;
        }
    }

    /// <summary>Sets a member in place, or adds it at the end.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void Set(string name, JsonValue value)
    {
        var index = IndexOf(name);
        if (index < 0)
        {
            Add(name, value);
        }
        else
        {
            _members[index] = new JsonMember(name, value);
        }
    }

    /// <summary>Sets a member in place, or puts it behind another one, or at the end where that is missing.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="behind">The names it may stand behind; the last one in the document counts.</param>
    public void SetBehind(string name, JsonValue value, params string[] behind)
    {
        var place = Has(name) ? -1 : _members.FindLastIndex(member => System.Array.IndexOf(behind, member.Name) >= 0);
        if (place < 0)
        {
            Set(name, value);
        }
        else
        {
            _members.Insert(place + 1, new JsonMember(name, value));
            _places = null;
        }
    }

    /// <summary>Takes a name out.</summary>
    /// <param name="name">The exact name.</param>
    public void Remove(string name)
    {
        _members.RemoveAll(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        _places = null;
    }

    /// <summary>Puts the members in another order.</summary>
    /// <param name="rank">A name's place; equal places keep their order.</param>
    public void SortBy(Func<string, int> rank)
    {
        var sorted = new List<JsonMember>(System.Linq.Enumerable.OrderBy(_members, member => rank(member.Name)));
        _members.Clear();
        _members.AddRange(sorted);
        _places = null;
    }

    /// <inheritdoc/>
    public IEnumerator<JsonMember> GetEnumerator() => _members.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int IndexOf(string name)
    {
        if (_members.Count > FewMembers)
        {
            return (_places ??= Places()).TryGetValue(name, out var place) ? place : -1;
        }

        for (var i = _members.Count - 1; i >= 0; i--)
        {
            if (string.Equals(_members[i].Name, name, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    private Dictionary<string, int> Places()
    {
        var places = new Dictionary<string, int>(_members.Count, StringComparer.Ordinal);
        for (var i = 0; i < _members.Count; i++)
        {
            places[_members[i].Name] = i;
        }

        return places;
    }
}
