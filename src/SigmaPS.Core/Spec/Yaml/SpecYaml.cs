using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Yaml;

/// <summary>YAML to the same tree that JSON gives, and back: YAML 1.2 with the core schema, less what JSON cannot say.</summary>
public static class SpecYaml
{
    /// <summary>How long a text may be, in characters; real models stay below a tenth of it.</summary>
    public const int MaxLength = 32 * 1024 * 1024;

    /// <summary>Reads a text.</summary>
    /// <param name="text">One YAML document; JSON is YAML too. A byte order mark at its start is passed over.</param>
    /// <returns>The outermost value; its offsets point into the text.</returns>
    /// <exception cref="JsonSyntaxException">It is no YAML, or it uses what JSON cannot say: anchors, tags, several documents, keys that are no text, infinities.</exception>
    public static JsonValue Parse(string text) => text.Length > MaxLength
        ? throw new JsonSyntaxException($"The text has {text.Length} characters; YAML is read up to {MaxLength} (32 MB)", new TextPosition(1, 1))
        : new YamlReader(new YamlSource(text)).Read();

    /// <summary>Writes a value in one stable form: two spaces, LF, a final newline, keys in their order, numbers as they are written.</summary>
    /// <param name="value">The value.</param>
    /// <returns>YAML whose texts stay texts for readers of YAML 1.1 and 1.2 alike.</returns>
    /// <exception cref="NotRepresentableException">A name stands twice in one object, which YAML forbids.</exception>
    public static string Write(JsonValue value) => new YamlWriter().Write(value);
}
