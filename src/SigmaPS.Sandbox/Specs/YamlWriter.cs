using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Writes a JSON value as YAML: block style, texts in double quotes if a plain scalar would not be read as text.</summary>
internal static class YamlWriter
{
    public static string Write(JsonNode? node)
    {
        StringBuilder text = new();
        Value(text, node, 0);
        return text.ToString().TrimStart('\n') + "\n";
    }

    private static void Value(StringBuilder text, JsonNode? node, int indent)
    {
        switch (node)
        {
            case JsonObject { Count: > 0 } item:
                foreach ((string key, JsonNode? value) in item)
                {
                    NewLine(text, indent).Append(Scalar(key)).Append(':');
                    Child(text, value, indent);
                }

                break;
            case JsonArray { Count: > 0 } list:
                foreach (JsonNode? value in list)
                {
                    NewLine(text, indent).Append('-');
                    Child(text, value, indent);
                }

                break;
            case JsonObject:
                text.Append("{}");
                break;
            case JsonArray:
                text.Append("[]");
                break;
            default:
                text.Append(node?.GetValueKind() == JsonValueKind.String ? Scalar(node.GetValue<string>()) : SpecText.Write(node));
                break;
        }
    }

    private static void Child(StringBuilder text, JsonNode? value, int indent)
    {
        bool nested = value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 };
        Value(nested ? text : text.Append(' '), value, indent + 2);
    }

    private static StringBuilder NewLine(StringBuilder text, int indent) => text.Append('\n').Append(' ', indent);

    // Only words that every YAML reader reads as text stay plain.
    private static string Scalar(string value)
    {
        bool plain =
            value.Length > 0
            && char.IsAsciiLetter(value[0])
            && value is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            && Array.TrueForAll(value.ToCharArray(), c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '/')
            && !value.Equals("true", StringComparison.OrdinalIgnoreCase)
            && !value.Equals("false", StringComparison.OrdinalIgnoreCase);
        return plain ? value : SpecText.Write(JsonValue.Create(value));
    }
}
