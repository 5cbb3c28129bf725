using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Everything that formulas of one document can name. It is a picture: after an edit, make a new one.</summary>
internal sealed class ModelScope
{
    private readonly Dictionary<string, ElementScope> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _controls = new(StringComparer.Ordinal);
    private readonly string? _modelId;

    public ModelScope(SpecDocument document)
    {
        _modelId = document.DataModelId;
        var tables = new List<ElementScope>();
        foreach (var element in document.Elements)
        {
            if (element.Text("kind") == "control")
            {
                AddFirst(_controls, element.Text("controlId") ?? ElementIds.Id(element), element);
            }
            else
            {
                var scope = new ElementScope(this, element);
                tables.Add(scope);
                AddFirst(_byId, scope.Id, scope);
            }
        }

        Elements = tables;
    }

    /// <summary>All elements that have columns, in the document's order.</summary>
    public IReadOnlyList<ElementScope> Elements { get; }

    /// <summary>The element of an id; null where there is none.</summary>
    public ElementScope? ById(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>The elements that show a name.</summary>
    public IEnumerable<ElementScope> ByName(string name) => Elements.Where(element => element.Name == name);

    /// <summary>The control of a control id; null where there is none.</summary>
    public JsonObject? Control(string controlId) => _controls.TryGetValue(controlId, out var found) ? found : null;

    /// <summary>The element that a source is, where it is one of this document.</summary>
    public ElementScope? ElementOf(JsonObject? source) => source?.Text("kind") switch
    {
        "table" => ById(source.Text("elementId")),
        "data-model" when _modelId is not null && source.Text("dataModelId") == _modelId => ById(source.Text("elementId")),
        _ => null,
    };

    private static void AddFirst<T>(Dictionary<string, T> all, string key, T value)
    {
        if (!all.ContainsKey(key))
        {
            all.Add(key, value);
        }
    }
}
