namespace SigmaPS.Core.Spec.Json;

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
