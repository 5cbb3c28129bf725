namespace SigmaPS.Core.Spec.Json;

/// <summary>A member of an object.</summary>
public readonly struct JsonMember
{
    /// <summary>Creates a member.</summary>
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
