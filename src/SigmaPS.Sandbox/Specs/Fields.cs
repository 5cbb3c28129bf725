using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;

namespace SigmaPS.Sandbox;

/// <summary>The shape of an object: its required and optional fields.</summary>
internal sealed class Fields : Shape
{
    private readonly List<(string Name, Shape Shape, bool Required)> _fields = [];

    public Fields Must(string name, Shape shape) => With(name, shape, required: true);

    public Fields May(string name, Shape shape) => With(name, shape, required: false);

    /// <summary>Combines these fields with those of another shape.</summary>
    public Fields And(Fields other)
    {
        Fields both = new();
        both._fields.AddRange(_fields);
        both._fields.AddRange(other._fields);
        return both;
    }

    public override bool Fits(JsonNode? value) =>
        value is JsonObject item
        && _fields.All(f => item.TryGetPropertyValue(f.Name, out JsonNode? field) ? f.Shape.Fits(field) : !f.Required);

    private Fields With(string name, Shape shape, bool required) => And(Only(name, shape, required));

    private static Fields Only(string name, Shape shape, bool required)
    {
        Fields one = new();
        one._fields.Add((name, shape, required));
        return one;
    }
}
