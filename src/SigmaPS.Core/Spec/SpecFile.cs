using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Spec;

/// <summary>Reads and writes spec files. The extension determines the format.</summary>
public static class SpecFile
{
    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="path">The path of the file: its extension gives the format, and errors name it.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">The text is neither JSON nor YAML (with line and column), or is not a complete
    /// spec.</exception>
    public static SpecDocument Parse(string text, string path)
    {
        if (FormatOf(path) == SpecFormat.Json)
        {
            return SpecDocument.Parse(text, $"The file '{path}'");
        }

        try
        {
            var document = SpecDocument.From(SpecYaml.Parse(text), $"The file '{path}'");
            document.SchemaPath ??= EditorSchema.InYaml(text);
            return document;
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(
                ErrorCode.InvalidSpec,
                $"The file '{path}' is not valid YAML: {e.Problem} at line {e.Position.Line}, column {e.Position.Column}.",
                e)
            {
                Target = path,
            };
        }
    }

    /// <summary>Writes a value as the text of a file.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format.</param>
    /// <returns>Stable text with a final newline.</returns>
    /// <exception cref="SigmaEngineException">YAML cannot represent the value; JSON can represent every value.</exception>
    public static string Text(JsonValue value, SpecFormat format)
    {
        if (format == SpecFormat.Yaml)
        {
            try
            {
                return SpecYaml.Write(value);
            }
            catch (NotRepresentableException e)
            {
                throw new SigmaEngineException(
                    ErrorCode.SpecNotRepresentable, $"This spec cannot be written as YAML: at {e.Place}, {e.Message}. Use JSON instead.", e)
                {
                    Target = e.Pointer,
                };
            }
        }

        return JsonTree.Text(value, indent: true);
    }

    /// <summary>The format of a file by its extension; all but .yaml and .yml are JSON.</summary>
    /// <param name="path">A path.</param>
    /// <returns>The format.</returns>
    public static SpecFormat FormatOf(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" ? SpecFormat.Yaml : SpecFormat.Json;

    /// <summary>Whether a file can be a spec, by its extension.</summary>
    /// <param name="path">A path.</param>
    /// <returns>True for .json, .yaml and .yml.</returns>
    public static bool IsSpec(string path) => Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".YAML" or ".YML";

    /// <summary>The extension of a format.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The extension with its dot.</returns>
    public static string Extension(SpecFormat format) => format == SpecFormat.Yaml ? ".yaml" : ".json";
}
