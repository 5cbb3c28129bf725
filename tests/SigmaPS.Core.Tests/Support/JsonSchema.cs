using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SigmaPS.Core.Tests.Support;

/// <summary>Holds JSON against a schema of draft 7, as far as the schemas in Resources use it.</summary>
internal sealed class JsonSchema
{
    private static readonly HashSet<string> Known =
    [
        "$schema",
        "$id",
        "id",
        "title",
        "description",
        "definitions",
        "default",
        "format",
        "type",
        "enum",
        "pattern",
        "minimum",
        "maximum",
        "required",
        "properties",
        "additionalProperties",
        "items",
        "minItems",
        "uniqueItems",
        "$ref",
        "anyOf",
        "oneOf",
    ];

    private readonly JsonObject _root;

    public JsonSchema(string resource)
    {
        using Stream stream = typeof(JsonSchema).Assembly.GetManifestResourceStream(resource)!;
        _root = JsonNode.Parse(stream)!.AsObject();
    }

    /// <summary>The problems, each with its place.</summary>
    public IReadOnlyList<string> Problems(string json) => [.. Check(JsonNode.Parse(json), _root, "")];

    private IEnumerable<string> Check(JsonNode? value, JsonNode rule, string at)
    {
        if (rule is not JsonObject schema)
        {
            return rule.GetValue<bool>() ? [] : [at + ": is not allowed"];
        }

        Assert(schema.Select(member => member.Key).Where(key => !Known.Contains(key)));
        if (schema["$ref"] is { } reference)
        {
            return Check(
                value,
                reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)_root, (node, step) => node[step]!),
                at);
        }

        return Here(value, schema, at)
            .Concat(value is JsonObject o ? Members(o, schema, at) : [])
            .Concat(
                value is JsonArray items && schema["items"] is { } item ? items.SelectMany((one, i) => Check(one, item, $"{at}/{i}")) : [])
            .Concat(
                schema["anyOf"] is JsonArray any && !any.Any(branch => !Check(value, branch!, at).Any()) ? [at + ": fits no branch"] : [])
            .Concat(
                schema["oneOf"] is JsonArray one1 && one1.Count(branch => !Check(value, branch!, at).Any()) != 1
                    ? [at + ": fits not exactly one branch"]
                    : []);
    }

    private static IEnumerable<string> Here(JsonNode? value, JsonObject schema, string at)
    {
        if (
            schema["type"] is { } type
            && !(type is JsonArray types ? types.Select(one => one!.GetValue<string>()) : [type.GetValue<string>()]).Any(word =>
                Is(value, word)))
        {
            yield return $"{at}: is no {type.ToJsonString()}";
        }

        if (schema["enum"] is JsonArray allowed && !allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            yield return $"{at}: {value?.ToJsonString()} is none of {allowed.ToJsonString()}";
        }

        if (
            schema["pattern"] is { } pattern
            && value?.GetValueKind() == System.Text.Json.JsonValueKind.String
            && !Regex.IsMatch(value.GetValue<string>(), pattern.GetValue<string>()))
        {
            yield return $"{at}: does not fit {pattern}";
        }

        if (
            value?.GetValueKind() == System.Text.Json.JsonValueKind.Number
            && (
                value.GetValue<double>() < (schema["minimum"]?.GetValue<double>() ?? double.MinValue)
                || value.GetValue<double>() > (schema["maximum"]?.GetValue<double>() ?? double.MaxValue)))
        {
            yield return $"{at}: is out of range";
        }

        if (
            value is JsonArray items
            && (
                items.Count < (schema["minItems"]?.GetValue<int>() ?? 0)
                || (
                    schema["uniqueItems"]?.GetValue<bool>() == true && items.DistinctBy(item => item?.ToJsonString()).Count() != items.Count
                )))
        {
            yield return $"{at}: has too few items, or one twice";
        }
    }

    private IEnumerable<string> Members(JsonObject value, JsonObject schema, string at)
    {
        JsonObject? properties = schema["properties"] as JsonObject;
        return (schema["required"] as JsonArray ?? [])
            .Select(name => name!.GetValue<string>())
            .Where(name => !value.ContainsKey(name))
            .Select(name => $"{at}: lacks {name}")
            .Concat(
                value.SelectMany(member =>
                    properties?[member.Key] is { } known ? Check(member.Value, known, $"{at}/{member.Key}")
                    : schema["additionalProperties"] is { } rest ? Check(member.Value, rest, $"{at}/{member.Key}")
                    : []));
    }

    private static bool Is(JsonNode? value, string type) =>
        (type, value?.GetValueKind()) switch
        {

            ("object", System.Text.Json.JsonValueKind.Object)
            or
            ("array", System.Text.Json.JsonValueKind.Array)
            or
            ("string", System.Text.Json.JsonValueKind.String)
            or ("number", System.Text.Json.JsonValueKind.Number) => true,
            ("integer", System.Text.Json.JsonValueKind.Number) => value!.GetValue<double>() % 1 == 0,
            ("boolean", System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False) => true,
            ("null", null or System.Text.Json.JsonValueKind.Null) => true,
            _ => false,
        };

    private static void Assert(IEnumerable<string> unknown) => Xunit.Assert.Equal([], unknown);
}
