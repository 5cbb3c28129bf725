using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>An open object or array.</summary>
internal sealed class YamlLevel
{
    // A field and not a property, because a property would return a copy of the struct.
    public YamlKeySet Names;

    public YamlLevel(JsonValue value, bool isFlow) => (Value, IsFlow) = (value, isFlow);

    /// <summary>The value so far.</summary>
    public JsonValue Value { get; }

    /// <summary>Whether it is in flow style (brackets).</summary>
    public bool IsFlow { get; }

    /// <summary>The name whose value comes next.</summary>
    public string? Name { get; set; }

    /// <summary>Whether a name comes next.</summary>
    public bool IsAtName => Name is null && Value is JsonObject;
}
