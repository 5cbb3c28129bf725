using System.Collections;
using System.Collections.Generic;

namespace SigmaPS.Core.Spec.Json;

/// <summary>A JSON value that keeps every detail of a document: key order, digits of numbers, null or missing, duplicate keys.</summary>
/// <remarks>Newtonsoft's tokens convert 1.10 to 1.1 and reject numbers beyond a decimal, so the module has its own tree.</remarks>
public abstract class JsonValue
{
    private static int _made;
    private readonly int _hash = unchecked(++_made);

    /// <summary>Creates a value.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    protected JsonValue(int offset) => Offset = offset;

    /// <summary>The offset in the text, in UTF-16 units; -1 for a created value.</summary>
    public int Offset { get; }

    /// <summary>The JSON type, as messages name it: object, array, string, number, boolean, null.</summary>
    public abstract string Kind { get; }

    /// <summary>A hash of the object's identity. The runtime's own identity hash costs more than a comparison.</summary>
    /// <returns>The same number for the lifetime of the value; two values can share one.</returns>
    public sealed override int GetHashCode() => _hash;
}

/// <summary>A string.</summary>
public sealed class JsonString : JsonValue
{
    /// <summary>Creates a string.</summary>
    /// <param name="value">The text.</param>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonString(string value, int offset = -1) : base(offset) => Value = value;

    /// <summary>The text, unescaped.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string Kind => "string";
}

/// <summary>A number with its original notation.</summary>
public sealed class JsonNumber : JsonValue
{
    /// <summary>Creates a number.</summary>
    /// <param name="text">A valid JSON number.</param>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonNumber(string text, int offset = -1) : base(offset) => Text = text;

    /// <summary>The number exactly as written.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public override string Kind => "number";
}

/// <summary>True or false.</summary>
public sealed class JsonBoolean : JsonValue
{
    /// <summary>Creates a boolean.</summary>
    /// <param name="value">The value.</param>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonBoolean(bool value, int offset = -1) : base(offset) => Value = value;

    /// <summary>The value.</summary>
    public bool Value { get; }

    /// <inheritdoc/>
    public override string Kind => "boolean";
}

/// <summary>Null, which is not the same as a missing key.</summary>
public sealed class JsonNull : JsonValue
{
    /// <summary>Creates a null.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
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

    /// <summary>Creates an empty array.</summary>
    /// <param name="offset">The offset in the text; -1 for a created value.</param>
    public JsonArray(int offset = -1) : base(offset)
    {
    }

    /// <summary>The number of items.</summary>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public override string Kind => "array";

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
