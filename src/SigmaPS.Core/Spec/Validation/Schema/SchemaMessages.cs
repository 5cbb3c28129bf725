using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The messages of the schema validation.</summary>
internal static class SchemaMessages
{
    private const int MostCharacters = 60;

    /// <summary>Whether a value has a plain form, and the description of the form.</summary>
    public static bool Fits(JsonValue value, string form, out string expected)
    {
        switch (form)
        {
            case "any":
                expected = "";
                return true;
            case "number":
                expected = "a number";
                return value is JsonNumber;
            case "boolean":
                expected = "true or false";
                return value is JsonBoolean;
            case "textornull":
                expected = "text or null";
                return value is JsonString or JsonNull;
            case "date":
                expected = "a date as text, or an object with op, unit and value";
                return value is JsonString;
            case "version":
                expected = "the number 1";
                return value is JsonNumber number && JsonNumbers.Same(number.Text, "1");
            default:
                expected = "text";
                return value is JsonString;
        }
    }

    /// <summary>Describes a value.</summary>
    public static string Shown(JsonValue value) => value switch
    {
        JsonString text => $"the text '{Cut(text.Value)}'",
        JsonNumber number => $"the number {Cut(number.Text)}",
        JsonBoolean boolean => boolean.Value ? "true" : "false",
        JsonArray => "a list",
        JsonObject => "an object",
        _ => "null",
    };

    /// <summary>Suggests the text in place of a value of the wrong type.</summary>
    public static string Instead(SchemaKey key, JsonValue value) =>
        key.Form switch
        {
            "version" => "Write \"schemaVersion\": 1, a number without quotes.",
            "boolean" when value is JsonString => $"Write \"{key.Name}\": true or false, without quotes.",
            "number" when value is JsonString => $"Write the number of '{key.Name}' without quotes.",
            _ when value is JsonNull => key.IsList
                ? $"Remove the null from '{key.Name}'."
                : $"Remove '{key.Name}', or set a value; null is not the same as a missing key.",
            "text" when value is JsonNumber or JsonBoolean => $"Put the value of '{key.Name}' in quotes.",
            "text" => $"Write '{key.Name}' as text in quotes.",
            _ => "",
        };

    /// <summary>Suggests the text in place of a value that is not an object.</summary>
    public static string Instead(string? field) =>
        field is null ? "A spec is an object with 'schemaVersion' and 'pages'." : $"Write '{field}' as an object in braces.";

    /// <summary>Reports a missing key and its branch.</summary>
    public static string Missing(string key, string type, string chosen) =>
        type == "root" || chosen.Length == 0 || type is "element" && chosen == "kind 'table'"
            ? $"the key '{key}' is missing"
            : $"{Noun(type)} of {chosen} needs '{key}'";

    /// <summary>Lists words in quotes.</summary>
    public static string List(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));

    /// <summary>Quotes a name.</summary>
    public static string Quote(string name) => $"'{name}'";

    /// <summary>Cuts a text for a message.</summary>
    public static string Cut(string text) => text.Length <= MostCharacters ? text : text.Substring(0, MostCharacters) + "…";

    private static string Noun(string type) => type switch
    {
        "element" => "an element",
        "source" or "joinable" => "a source",
        "filter" => "a filter",
        "values" => "a list of values",
        "criteria" => "a criterion",
        "assignment" => "an assignment",
        _ => "a " + type,
    };
}
