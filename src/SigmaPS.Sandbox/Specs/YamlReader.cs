using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace SigmaPS.Sandbox;

/// <summary>Parses YAML bodies (sigma-api.md section 4.3) by the core schema of YAML 1.2; JSON is valid too. An invalid body throws
/// FormatException.</summary>
internal static partial class YamlReader
{
    public static JsonNode? Read(string text)
    {
        YamlStream stream = [];
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new FormatException($"{broken.Message} (line {broken.Start.Line})", broken);
        }

        return stream.Documents.Count == 1
            ? Convert(stream.Documents[0].RootNode)
            : throw new FormatException($"{stream.Documents.Count} YAML documents instead of one");
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode mapping => new JsonObject(mapping.Children.ToDictionary(child => Key(child.Key), child => Convert(child.Value))),
        YamlSequenceNode sequence => new JsonArray([.. sequence.Children.Select(Convert)]),
        YamlScalarNode { Style: ScalarStyle.Plain } plain => Plain(plain.Value ?? ""),
        YamlScalarNode quoted => JsonValue.Create(quoted.Value),
        _ => throw new FormatException($"line {node.Start.Line}: an alias is not accepted"),
    };

    private static string Key(YamlNode node) =>
        (node as YamlScalarNode)?.Value ?? throw new FormatException($"line {node.Start.Line}: a key must be a scalar");

    private static JsonNode? Plain(string text) => text switch
    {
        "" or "~" or "null" => null,
        "true" or "false" => SpecText.Parse(text),
        _ => Number().IsMatch(text) ? SpecText.Parse(text) : JsonValue.Create(text),
    };

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
