namespace SigmaPS.Core.Spec.Json;

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
