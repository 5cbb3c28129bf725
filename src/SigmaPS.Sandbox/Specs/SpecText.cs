using System;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>Parses and writes JSON text; key order and the digits of numbers are preserved.</summary>
internal static class SpecText
{
    private static readonly JsonDocumentOptions Reading = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 256 };

    public static JsonNode? Parse(string text) => JsonNode.Parse(text, null, Reading);

    public static JsonObject ParseObject(string text) =>
        Parse(text) as JsonObject ?? throw new FormatException("The text is not a JSON object.");

    public static string Write(JsonNode? node) => node?.ToJsonString(Writing) ?? "null";

    public static byte[] Bytes(JsonNode? node) => Encoding.UTF8.GetBytes(Write(node));

    public static string? Text(JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
