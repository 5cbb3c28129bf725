namespace SigmaPS.Core.Spec.Json;

/// <summary>A member of an object.</summary>
/// <param name="name">The name.</param>
/// <param name="value">The value.</param>
public readonly struct JsonMember(string name, JsonValue value)
{
    /// <summary>The name, unescaped.</summary>
    public string Name { get; } = name;

    /// <summary>The value.</summary>
    public JsonValue Value { get; } = value;
}
