using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>
/// Writes the schema table as a JSON schema (draft 7, which editors support for JSON and YAML). It allows unknown keys, kinds and values,
/// because the service grows.
/// </summary>
internal static class SpecJsonSchema
{
    /// <summary>The file's name in the module and in an export folder.</summary>
    public const string FileName = "sigmaps.spec.schema.json";

    private const string Definitions = "#/definitions/";

    /// <summary>Writes the schema.</summary>
    public static string Write() => SpecFile.Text(Document(), SpecFormat.Json);

    private static JsonObject Document()
    {
        var definitions = new SortedDictionary<string, JsonObject>(System.StringComparer.Ordinal);
        var open = new Queue<SchemaType>(Schema.Root.WithBranches);
        var root = new JsonObject();
        while (open.Count > 0)
        {
            var type = open.Dequeue();
            if (definitions.ContainsKey(type.Name))
            {
                continue;
            }

            definitions.Add(type.Name, type == Schema.Root ? root : Definition(type));
            var parts = type.Keys.Select(key => Schema.Type(key.Form == "date" ? "reldate" : key.Form)).OfType<SchemaType>();
            foreach (var next in type.Branches.Values.Concat(parts))
            {
                open.Enqueue(next);
            }
        }

        definitions.Remove(Schema.Root.Name);
        root.Add("$schema", new JsonString("http://json-schema.org/draft-07/schema#"));
        root.Add("title", new JsonString("Sigma data model spec"));
        root.Add("description", new JsonString(KeyDescriptions.OfSpec));
        AddMembers(root, Schema.Root);
        root.Object("properties")!.Add(EditorSchema.Key, Described(Typed("string"), KeyDescriptions.OfEditorSchema));
        root.Add("definitions", Object(definitions.Select(pair => (pair.Key, (JsonValue)pair.Value)).ToArray()));
        return root;
    }

    private static JsonObject Definition(SchemaType type)
    {
        var definition = new JsonObject();
        AddMembers(definition, type);
        DateRangeSchema.Add(definition, type.Name);
        return definition;
    }

    // A branch adds to the definition of its parent, which already describes the inherited keys.
    private static void AddMembers(JsonObject definition, SchemaType type)
    {
        definition.Add("type", new JsonString("object"));
        var keys = type.Keys.Where(key => !type.Inherits(key)).ToList();
        var required = keys.Where(key => key.IsRequired).Select(key => (JsonValue)new JsonString(key.Name)).ToArray();
        if (required.Length > 0)
        {
            definition.Add("required", List(required));
        }

        definition.Add("properties", Object(keys.Select(key => (key.Name, (JsonValue)Property(type, key))).ToArray()));
        if (type.By is { } by)
        {
            definition.Add("allOf", List(type.Branches.Select(branch => (JsonValue)Branch(by, branch.Key, branch.Value)).ToArray()));
        }
    }

    private static JsonObject Branch(string by, string value, SchemaType branch) => Object(
        ("if", Object(
            ("properties", Object((by, Object(("const", new JsonString(value)))))),
            ("required", List(new JsonString(by))))),
        ("then", Reference(branch.Name)));

    private static JsonObject Property(SchemaType type, SchemaKey key)
    {
        var value = type.By == key.Name ? Words(type.Branches.Keys) : Value(key.Form);
        if (key.IsList)
        {
            value = key.Form == "any" ? Typed("array") : Object(("type", new JsonString("array")), ("items", value));
        }

        var property = Described(value, KeyDescriptions.Find(type.Name, key.Name));
        if (key.Default is { } standard)
        {
            property.Add("default", standard);
        }

        return property;
    }

    private static JsonObject Value(string form) => form switch
    {
        "any" => new JsonObject(),
        "number" or "boolean" => Typed(form),
        "textornull" => Object(("type", List(new JsonString("string"), new JsonString("null")))),
        "date" => Object(("anyOf", List(Typed("string"), Reference("reldate")))),
        "version" => Object(("type", new JsonString("number")), ("const", new JsonNumber("1"))),
        _ when Schema.Type(form) is not null => Reference(form),
        _ => Schema.Allowed(form) is { } words ? Words(words) : Typed("string"),
    };

    // Draft 7 ignores other keys beside a reference, so the description gets an object of its own.
    private static JsonObject Described(JsonObject value, string? description)
    {
        var described = new JsonObject();
        if (description is not null)
        {
            described.Add("description", new JsonString(description));
        }

        if (value.Has("$ref"))
        {
            described.Add("allOf", List(value));
            return described;
        }

        foreach (var member in value)
        {
            described.Add(member.Name, member.Value);
        }

        return described;
    }

    // Editors offer the listed words; any other text is valid, because the service may know newer ones.
    private static JsonObject Words(IEnumerable<string> words) => Object(("anyOf", List(
        Object(("enum", List(words.Select(word => (JsonValue)new JsonString(word)).ToArray()))),
        Typed("string"))));

    private static JsonObject Typed(string type) => Object(("type", new JsonString(type)));

    private static JsonObject Reference(string name) => Object(("$ref", new JsonString(Definitions + name)));

    private static JsonObject Object(params (string Name, JsonValue Value)[] members)
    {
        var o = new JsonObject();
        foreach (var (name, value) in members)
        {
            o.Add(name, value);
        }

        return o;
    }

    private static JsonArray List(params JsonValue[] items)
    {
        var list = new JsonArray();
        foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
