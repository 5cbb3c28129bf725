using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>Converts YAML to the tree that JSON gives, and back: YAML 1.2 with the core schema, without features that JSON lacks.</summary>
public static class SpecYaml
{
    /// <summary>The maximum length of a text in characters; real models stay below a tenth of it.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>Parses a text.</summary>
    /// <param name="text">One YAML document; JSON is valid too. A byte order mark at its start is ignored.</param>
    /// <returns>The outermost value; its offsets point into the text.</returns>
    /// <exception cref="JsonSyntaxException">The text is not valid YAML, or uses a feature that JSON lacks: anchors, tags, several
    /// documents, keys that are not text, infinities.</exception>
    public static JsonValue Parse(string text) => text.Length > MaxLength
        ? throw new JsonSyntaxException($"The text has {text.Length} characters; the maximum for YAML "
            + $"is {MaxLength} (32 MB)", new TextPosition(1, 1))
        : new YamlReader(new YamlSource(text)).Read();

    /// <summary>Writes a value in one stable form: two spaces, LF, a final newline, keys and numbers unchanged.</summary>
    /// <param name="value">The value.</param>
    /// <returns>YAML whose strings stay strings in readers of YAML 1.1 and of YAML 1.2.</returns>
    /// <exception cref="NotRepresentableException">An object has a duplicate name, which YAML forbids.</exception>
    public static string Write(JsonValue value) => new YamlWriter().Write(value);
}
