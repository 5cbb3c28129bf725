using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>One kind of object: its keys in canonical order, and the key that selects a branch with further keys.</summary>
internal sealed class SchemaType
{
    private readonly SchemaType? _parent;
    private readonly Dictionary<string, SchemaKey> _byName;
    private readonly Lazy<Dictionary<string, int>> _ranks;
    private readonly Lazy<bool> _hasReferences;

    /// <summary>Creates a type.</summary>
    /// <param name="row">The row that describes it.</param>
    /// <param name="keys">Its keys, including those of its parent types.</param>
    /// <param name="by">The key that selects the branch; null without branches.</param>
    /// <param name="parent">The type that it is a branch of; null for none.</param>
    public SchemaType(string row, IReadOnlyList<SchemaKey> keys, string? by, SchemaType? parent)
    {
        Name = row;
        Keys = keys;
        By = by;
        _parent = parent;
        _byName = keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
        _ranks = new(() =>
            Order().Select((name, index) => (name, index)).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal));
        _hasReferences = new(() => Schema.HasReferences(this));
    }

    /// <summary>The row that describes it.</summary>
    public string Name { get; }

    /// <summary>Its keys in canonical order.</summary>
    public IReadOnlyList<SchemaKey> Keys { get; }

    /// <summary>The key that selects the branch; null without branches.</summary>
    public string? By { get; }

    /// <summary>The branches by value, in the order of their rows.</summary>
    public Dictionary<string, SchemaType> Branches { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether it, or a type in it, contains a reference by ID.</summary>
    public bool HasReferences => _hasReferences.Value;

    /// <summary>Finds a key of exactly this kind of object; null for an unknown one.</summary>
    public SchemaKey? Find(string name) => _byName.TryGetValue(name, out var key) ? key : null;

    /// <summary>Finds a key of this kind of object or of a similar one, because a newer service may use it here too.</summary>
    public SchemaKey? FindLike(string name) => Find(name) ?? FindInBranches(name) ?? _parent?.FindInBranches(name);

    /// <summary>Whether a key is one of its parent type.</summary>
    public bool Inherits(SchemaKey key) => ReferenceEquals(_parent?.Find(key.Name), key);

    /// <summary>The type and all its branches.</summary>
    public IEnumerable<SchemaType> WithBranches => new[] { this }.Concat(Branches.Values.SelectMany(branch => branch.WithBranches));

    /// <summary>The kind of an object: the branch that its values select, as far as the schema knows them.</summary>
    public SchemaType Resolve(JsonObject o)
    {
        var type = this;
        while (type.By is { } by && o.Text(by) is { } word && type.Branches.TryGetValue(word, out var branch))
        {
            type = branch;
        }

        return type;
    }

    /// <summary>The rank of a key in the canonical order; unknown keys come last.</summary>
    public int Rank(string name) => _ranks.Value.TryGetValue(name, out var rank) ? rank : int.MaxValue;

    // An object of an unknown branch can have the keys of any branch.
    private List<string> Order()
    {
        var order = Keys.Select(key => key.Name).ToList();
        foreach (var other in Branches.Values.Select(branch => branch.Order()))
        {
            for (var i = 0; i < other.Count; i++)
            {
                if (!order.Contains(other[i]))
                {
                    var next = other.FindIndex(i + 1, order.Contains);
                    order.Insert(next < 0 ? order.Count : order.IndexOf(other[next]), other[i]);
                }
            }
        }

        return order;
    }

    private SchemaKey? FindInBranches(string name) =>
        Branches.Values.Select(branch => branch.Find(name) ?? branch.FindInBranches(name)).FirstOrDefault(key => key is not null);
}
