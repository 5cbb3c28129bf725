using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>An object or array that has begun and not ended.</summary>
internal sealed class YamlLevel
{
    // A field and not a property, so that the names are not a copy.
    public YamlKeySet Names;

    public YamlLevel(JsonValue value, bool isFlow) => (Value, IsFlow) = (value, isFlow);

    /// <summary>The value so far.</summary>
    public JsonValue Value { get; }

    /// <summary>Whether it stands in brackets.</summary>
    public bool IsFlow { get; }

    /// <summary>The name whose value comes next.</summary>
    public string? Name { get; set; }

    /// <summary>Whether a name comes next.</summary>
    public bool IsAtName => Name is null && Value is JsonObject;
}
