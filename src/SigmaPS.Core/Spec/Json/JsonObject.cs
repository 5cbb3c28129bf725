using System;
using System.Collections;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>An object: members in document order, names compared exactly. A duplicate name is kept.</summary>
public sealed class JsonObject : JsonValue, IEnumerable<JsonMember>
{
    // Up to this size, a linear search is faster than a dictionary.
    private const int FewMembers = 16;

    private readonly List<JsonMember> _members = new();
    private Dictionary<string, int>? _places;

    /// <summary>Creates an empty object.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonObject(int offset = -1) : base(offset)
    {
    }

    /// <summary>The number of members.</summary>
    public int Count => _members.Count;

    /// <inheritdoc/>
    public override string Kind => "object";

    /// <summary>Whether a person created this object. Its keys are then sorted in the canonical order; a document's own order
    /// stays.</summary>
    public bool IsMade { get; init; }

    /// <summary>The value of a name; null if the name is missing. The last duplicate counts, as in most JSON readers.</summary>
    /// <param name="name">The exact name.</param>
    public JsonValue? this[string name]
    {
        get
        {
            var index = IndexOf(name);
            return index < 0 ? null : _members[index].Value;
        }
    }

    /// <summary>A member by its place in the document.</summary>
    internal JsonMember At(int index) => _members[index];

    /// <summary>Whether a name exists, even with the value null.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>True if the name exists.</returns>
    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>The text of a string member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The text ; null if the member is missing or of another type.</returns>
    public string? Text(string name) => (this[name] as JsonString)?.Value;

    /// <summary>The array of a member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The array ; null if the member is missing or of another type.</returns>
    public JsonArray? Array(string name) => this[name] as JsonArray;

    /// <summary>The object of a member; null for anything else.</summary>
    /// <param name="name">The exact name.</param>
    /// <returns>The object ; null if the member is missing or of another type.</returns>
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

    /// <summary>Sets a member in place, or inserts it before all others.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    public void SetFirst(string name, JsonValue value)
    {
        if (Has(name))
        {
            Set(name, value);
            return;
        }

        _members.Insert(0, new JsonMember(name, value));
        _places = null;
    }

    /// <summary>Sets a member in place, or inserts it after another one, or adds it at the end.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <param name="behind">The names to insert it after; the last one in the document counts.</param>
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

    /// <summary>Removes a name and its duplicates.</summary>
    /// <param name="name">The exact name.</param>
    public void Remove(string name)
    {
        _members.RemoveAll(member => string.Equals(member.Name, name, StringComparison.Ordinal));
        _places = null;
    }

    /// <summary>Sorts the members; the sort is stable.</summary>
    /// <param name="rank">The rank of a name; equal ranks keep their order.</param>
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
            if (_members[i].Name == name)
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
