using System.Collections;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>An array.</summary>
public sealed class JsonArray : JsonValue, IEnumerable<JsonValue>
{
    private readonly List<JsonValue> _items = new();

    /// <summary>Creates an empty array.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonArray(int offset = -1) : base(offset)
    {
    }

    /// <summary>The number of items.</summary>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public override string Kind => "array";

    /// <summary>The items that are objects, in order. A spec is walked by these more often than by anything else.</summary>
    internal IEnumerable<JsonObject> Objects
    {
        get
        {
            foreach (var item in _items)
            {
                if (item is JsonObject o)
                {
                    yield return o;
                }
            }
        }
    }

    /// <summary>Gets an item by index.</summary>
    /// <param name="index">From 0.</param>
    public JsonValue this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Adds an item at the end.</summary>
    /// <param name="item">The item.</param>
    public void Add(JsonValue item) => _items.Add(item);

    /// <summary>Removes every item that matches a predicate.</summary>
    /// <param name="picks">The predicate.</param>
    /// <returns>The number of removed items.</returns>
    public int RemoveAll(System.Predicate<JsonValue> picks) => _items.RemoveAll(picks);

    /// <inheritdoc/>
    public IEnumerator<JsonValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
