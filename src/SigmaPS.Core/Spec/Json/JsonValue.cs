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
