using System.Collections;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>A JSON value that keeps all a document says: key order, number digits, null against missing, double keys.</summary>
/// <remarks>Newtonsoft's tokens turn 1.10 into 1.1 and refuse numbers beyond a decimal, so the tree is our own.</remarks>
public abstract class JsonValue
{
    private static int _made;
    private readonly int _hash = unchecked(++_made);

    /// <summary>Makes a value.</summary>
    /// <param name="offset">Where it stands in its text, or -1.</param>
    protected JsonValue(int offset) => Offset = offset;

    /// <summary>Where the value stands in its text, in UTF-16 units; -1 for a value that was made.</summary>
    public int Offset { get; }

    /// <summary>The word a person would use: object, array, string, number, boolean, null.</summary>
    public abstract string Kind { get; }

    /// <summary>A number of the object itself: values are found by identity, and the runtime's own number costs more than a comparison.</summary>
    /// <returns>The same number as long as the value lives; two values can share one.</returns>
    public sealed override int GetHashCode() => _hash;
}

/// <summary>A string.</summary>
public sealed class JsonString : JsonValue
{
    /// <summary>Makes a string.</summary>
    /// <param name="value">The text.</param>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonString(string value, int offset = -1) : base(offset) => Value = value;

    /// <summary>The text, unescaped.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string Kind => "string";
}

/// <summary>A number, as it is written.</summary>
public sealed class JsonNumber : JsonValue
{
    /// <summary>Makes a number.</summary>
    /// <param name="text">A valid JSON number.</param>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonNumber(string text, int offset = -1) : base(offset) => Text = text;

    /// <summary>The number exactly as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string Kind => "number";
}

/// <summary>True or false.</summary>
public sealed class JsonBoolean : JsonValue
{
    /// <summary>Makes a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonBoolean(bool value, int offset = -1) : base(offset) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string Kind => "boolean";
}

/// <summary>Null, which is not the same as a missing key.</summary>
public sealed class JsonNull : JsonValue
{
    /// <summary>Makes a null.</summary>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonNull(int offset = -1) : base(offset)
    {
    }

    /// <inheritdoc/>
    public override string Kind => "null";
}

/// <summary>An array.</summary>
public sealed class JsonArray : JsonValue, IEnumerable<JsonValue>
{
    private readonly List<JsonValue> _items = new();

    /// <summary>Makes an empty array.</summary>
    /// <param name="offset">Where it stands, or -1.</param>
    public JsonArray(int offset = -1) : base(offset)
    {
    }

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public override string Kind => "array";

    /// <summary>An item by position.</summary>
    /// <param name="index">From 0.</param>
    public JsonValue this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    /// <summary>Adds an item at the end.</summary>
    /// <param name="item">The item.</param>
    public void Add(JsonValue item) => _items.Add(item);

    /// <summary>Takes out every item that a test picks.</summary>
    /// <param name="picks">The test.</param>
    /// <returns>How many went.</returns>
    public int RemoveAll(System.Predicate<JsonValue> picks) => _items.RemoveAll(picks);

    /// <inheritdoc/>
    public IEnumerator<JsonValue> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
