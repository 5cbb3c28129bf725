using System.IO;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Json;
using SigmaPS.Core.Spec.Yaml;

namespace SigmaPS.Core.Spec;

/// <summary>How a spec stands in a file.</summary>
public enum SpecFormat
{
    /// <summary>JSON in the module's stable form.</summary>
    Json,

    /// <summary>YAML 1.2.</summary>
    Yaml,
}

/// <summary>A spec in a file, in either format; the extension says which.</summary>
public static class SpecFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="path">The full path.</param>
    /// <returns>The document.</returns>
    /// <exception cref="SigmaEngineException">It cannot be read, is neither JSON nor YAML (with line and column), or no complete representation.</exception>
    public static SpecDocument Read(string path)
    {
        var text = TextFileReader.Read(path);
        if (FormatOf(path) == SpecFormat.Json)
        {
            return SpecDocument.Parse(text, $"The file '{path}'");
        }

        try
        {
            return SpecDocument.From(SpecYaml.Parse(text), $"The file '{path}'");
        }
        catch (JsonSyntaxException e)
        {
            throw new SigmaEngineException(ErrorCode.InvalidSpec, $"The file '{path}' is not valid YAML: {e.Problem} at line {e.Position.Line}, column {e.Position.Column}.", e) { Target = path };
        }
    }

    /// <summary>A value as the text of a file.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The format.</param>
    /// <returns>Stable text with a final newline.</returns>
    /// <exception cref="SigmaEngineException">YAML cannot hold it; JSON holds everything.</exception>
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
                throw new SigmaEngineException(ErrorCode.SpecNotRepresentable, $"This spec cannot be written as YAML: at {e.Place}, {e.Message}.", e) { Target = e.Pointer };
            }
        }

        var writer = new JsonWriter();
        JsonTree.Write(writer, value);
        return writer.Finish();
    }

    /// <summary>The format of a file, by its extension; everything but .yaml and .yml is JSON.</summary>
    /// <param name="path">A path.</param>
    /// <returns>The format.</returns>
    public static SpecFormat FormatOf(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML" ? SpecFormat.Yaml : SpecFormat.Json;

    /// <summary>Whether a file is one that holds specs.</summary>
    /// <param name="path">A path.</param>
    /// <returns>True for .json, .yaml and .yml.</returns>
    public static bool IsSpec(string path) => Path.GetExtension(path).ToUpperInvariant() is ".JSON" or ".YAML" or ".YML";

    /// <summary>The extension of a format.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The extension with its dot.</returns>
    public static string Extension(SpecFormat format) => format == SpecFormat.Yaml ? ".yaml" : ".json";
}
