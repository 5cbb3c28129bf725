using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Tests.Support;

/// <summary>A JSON schema, as the forms that an object can have.</summary>
internal sealed class PublishedSchema(JsonObject root)
{
    private readonly JsonObject _definitions = root.Object("$defs")!;

    /// <summary>The forms of an object: one for each combination of the branches of its definition.</summary>
    public IReadOnlyList<Form> FormsOf(JsonObject definition)
    {
        List<Form> forms = [Form.Of(definition)];
        if (definition.Text("$ref") is { } reference)
        {
            forms = [.. forms.SelectMany(form => FormsOf(Definition(reference)).Select(form.With))];
        }

        List<JsonObject> branches = [.. Objects(definition, "oneOf"), .. Objects(definition, "anyOf")];
        return branches.Count == 0 ? forms : [.. forms.SelectMany(form => branches.SelectMany(FormsOf).Select(form.With))];
    }

    /// <summary>The values that a definition allows; empty if it does not list them.</summary>
    public IReadOnlyList<string> ValuesOf(JsonObject definition) =>
        definition.Text("$ref") is { } reference ? ValuesOf(Definition(reference))
        : definition.Text("const") is { } value ? [value]
        : [.. (definition.Array("enum") ?? []).OfType<JsonString>().Select(text => text.Value)];

    /// <summary>The definition of the items of a list, at any depth of lists, and whether it is a list at all.</summary>
    public (JsonObject Item, bool IsList) ItemOf(JsonObject definition)
    {
        if (definition.Text("$ref") is { } reference)
        {
            return ItemOf(Definition(reference));
        }

        List<JsonObject> branches = [.. Objects(definition, "oneOf"), .. Objects(definition, "anyOf")];
        return definition.Text("type") == "array" ? (ItemOf(definition.Object("items")!).Item, true)
            : branches.Count > 0 && branches.TrueForAll(branch => branch.Text("type") == "array") ? (branches[0].Object("items")!, true)
            : (definition, false);
    }

    /// <summary>The definition that a reference names.</summary>
    public JsonObject Definition(string reference) => _definitions.Object(reference.Split('/').Last())!;

    private static IEnumerable<JsonObject> Objects(JsonObject definition, string key) => (definition.Array(key) ?? []).OfType<JsonObject>();

    /// <summary>One form of an object.</summary>
    internal sealed record Form(IReadOnlyDictionary<string, JsonObject> Keys, IReadOnlyCollection<string> Required)
    {
        public static Form Of(JsonObject definition) => new(
            (definition.Object("properties") ?? []).ToDictionary(key => key.Name, key => (JsonObject)key.Value),
            [.. (definition.Array("required") ?? []).OfType<JsonString>().Select(text => text.Value)]);

        public Form With(Form other) => new(
            Keys.Concat(other.Keys.Where(key => !Keys.ContainsKey(key.Key))).ToDictionary(key => key.Key, key => key.Value),
            [.. Required.Union(other.Required)]);
    }
}
