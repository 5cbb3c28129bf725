using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>Everything that formulas of one document can refer to. It is a snapshot: after an edit, create another one.</summary>
internal sealed class ModelScope
{
    private readonly Dictionary<string, ElementScope> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonObject, ElementScope> _byJson = new();
    private readonly Dictionary<string, JsonObject> _controls = new(StringComparer.Ordinal);
    private readonly Dictionary<string, JsonObject> _controlsIgnoringCase = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<ILookup<string, ElementScope>> _byName;
    private readonly Func<string, ModelScope?>? _others;

    /// <summary>Reads a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">Its display names, where the caller has them already.</param>
    /// <param name="others">Another model by its ID, where several are read together; null for none.</param>
    public ModelScope(SpecDocument document, DisplayNames? names = null, Func<string, ModelScope?>? others = null)
    {
        _others = others;
        Names = names ?? new DisplayNames(document);
        var tables = new List<ElementScope>();
        foreach (var element in document.Elements)
        {
            if (element.Text("kind") == "control")
            {
                var id = element.Text("controlId") ?? ElementIds.Id(element);
                AddFirst(_controls, id, element);
                HasSlashInControl |= id.IndexOf('/') >= 0;
                AddFirst(_controlsIgnoringCase, id, element);
            }
            else
            {
                var scope = new ElementScope(this, element);
                tables.Add(scope);
                AddFirst(_byId, scope.Id, scope);
                _byJson[element] = scope;
            }
        }

        Elements = tables;
        _byName = new Lazy<ILookup<string, ElementScope>>(() =>
            Elements.Where(element => element.Name is not null).ToLookup(element => element.Name!, StringComparer.Ordinal));
        HasCertainNames = new Lazy<bool>(() => document.Elements.All(element => element.Text("kind") == "control" || element.Has("name")));
    }

    /// <summary>The display names of the document.</summary>
    public DisplayNames Names { get; }

    /// <summary>All elements that have columns, in the document's order.</summary>
    public IReadOnlyList<ElementScope> Elements { get; }

    /// <summary>Whether every element declares its name, so that a name that no element has is missing for certain.</summary>
    public Lazy<bool> HasCertainNames { get; }

    /// <summary>Whether a control's ID contains a slash.</summary>
    public bool HasSlashInControl { get; }

    /// <summary>The element of an ID; null where there is none.</summary>
    public ElementScope? ById(string? id) => id is not null && _byId.TryGetValue(id, out var found) ? found : null;

    /// <summary>The scope of an element of this document; null for a control.</summary>
    public ElementScope? Of(JsonObject element) => _byJson.TryGetValue(element, out var scope) ? scope : null;

    /// <summary>The elements of a display name.</summary>
    public IEnumerable<ElementScope> ByName(string name) => _byName.Value[name];

    /// <summary>The control of a control ID; null where there is none.</summary>
    public JsonObject? Control(string controlId, out bool ignoresCase)
    {
        ignoresCase = !_controls.TryGetValue(controlId, out var found) && _controlsIgnoringCase.TryGetValue(controlId, out found);
        return found;
    }

    /// <summary>The element that a source is, where this document or one that is read together with it contains it.</summary>
    public ElementScope? ElementOf(JsonObject? source) =>
        Names.ElementOf(source) is { } element
            ? _byJson.TryGetValue(element, out var scope)
                ? scope
                : null
            : source?.Text("kind") == "data-model" && source.Text("dataModelId") is { } model
                ? _others?.Invoke(model)?.ById(source.Text("elementId"))
                : null;

    private static void AddFirst<T>(Dictionary<string, T> all, string key, T value)
    {
        if (!all.ContainsKey(key))
        {
            all.Add(key, value);
        }
    }
}
