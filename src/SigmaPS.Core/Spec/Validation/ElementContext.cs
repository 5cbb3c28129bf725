using System;
using System.Collections.Generic;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>One element and its items by ID.</summary>
internal sealed class ElementContext(JsonObject json, ValidationContext scene)
{
    private readonly Dictionary<string, Dictionary<string, JsonObject>> _lists = new(StringComparer.Ordinal);

    private Dictionary<string, JsonObject>? _names;

    private readonly ValidationContext _scene = scene;

    public JsonObject Json { get; } = json;

    public string Id => ElementIds.Id(Json);

    public bool IsTable => Json.Text("kind") == "table";

    public bool IsControl => Json.Text("kind") == "control";

    /// <summary>An item of one of the element's lists; null if the list does not contain the ID.</summary>
    public JsonObject? Find(string list, string id)
    {
        if (!_lists.TryGetValue(list, out var things))
        {
            _lists.Add(list, things = new Dictionary<string, JsonObject>(StringComparer.Ordinal));
            foreach (var thing in ElementIds.Objects(Json, list))
            {
                things[ElementIds.Id(thing)] = thing;
            }
        }

        return things.TryGetValue(id, out var found) ? found : null;
    }

    /// <summary>A column by its display name.</summary>
    public JsonObject? ColumnNamed(string name)
    {
        if (_names is null)
        {
            _names = new Dictionary<string, JsonObject>(StringComparer.Ordinal);
            foreach (var column in ElementIds.Objects(Json, "columns"))
            {
                _names[_scene.Names.Of(column)] = column;
            }
        }

        return _names.TryGetValue(name, out var found) ? found : null;
    }
}
