using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>An open object or array.</summary>
internal sealed class YamlLevel(JsonValue value, bool isFlow)
{
    // A field and not a property, because a property would return a copy of the struct.
    public YamlKeySet Names;

    /// <summary>The value so far.</summary>
    public JsonValue Value { get; } = value;

    /// <summary>Whether it is in flow style (brackets).</summary>
    public bool IsFlow { get; } = isFlow;

    /// <summary>The name whose value comes next.</summary>
    public string? Name { get; set; }

    /// <summary>Whether a name comes next.</summary>
    public bool IsAtName => Name is null && Value is JsonObject;
}
