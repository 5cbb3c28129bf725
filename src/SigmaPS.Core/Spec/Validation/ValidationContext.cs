using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>The lookup tables of the checks, created in one walk of a tree that need not be a complete spec.</summary>
internal sealed class ValidationContext
{
    private readonly Dictionary<string, ElementContext> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, ElementContext> _byJson = new();
    private readonly Lazy<ModelScope?> _model;
    private readonly Lazy<Dictionary<JsonObject, ElementScope>> _scopes;
    private DisplayNames? _displayNames;

    public ValidationContext(JsonValue root)
    {
        Value = root;
        Root = root as JsonObject;
        _model = new Lazy<ModelScope?>(() => SpecDocument.TryFrom(root) is { } document ? new ModelScope(document, Names) : null);
        _scopes = new Lazy<Dictionary<JsonObject, ElementScope>>(() =>
            (Model?.Elements ?? Array.Empty<ElementScope>()).ToDictionary(scope => scope.Element));
        foreach (var page in ElementIds.Objects(Root, "pages"))
        {
            Pages.Add(page);
            foreach (var json in ElementIds.Objects(page, "elements"))
            {
                var element = new ElementContext(json, this);
                Elements.Add(element);
                _byJson[json] = element;
                if (!_byId.ContainsKey(element.Id))
                {
                    _byId.Add(element.Id, element);
                }
            }
        }
    }

    /// <summary>The display names of all items; computed when a rule asks for one.</summary>
    public DisplayNames Names => _displayNames ??= new DisplayNames(Elements.ConvertAll(element => element.Json), SpecDocument.IdOf(Root));

    /// <summary>The facts of the organization; null offline.</summary>
    public OnlineFacts? Facts { get; init; }

    /// <summary>The functions that the organization defined for itself.</summary>
    public IReadOnlyCollection<string> CustomFunctions { get; init; } = Array.Empty<string>();

    /// <summary>The names that formulas can refer to; null for a spec that is not complete.</summary>
    public ModelScope? Model => _model.Value;

    /// <summary>The outermost value, of any type.</summary>
    public JsonValue Value { get; }

    /// <summary>The outermost value if it is an object.</summary>
    public JsonObject? Root { get; }

    public List<JsonObject> Pages { get; } = new();

    public List<ElementContext> Elements { get; } = new();

    /// <summary>The element with an ID; null if there is none.</summary>
    public ElementContext? Find(string? id) => id is not null && _byId.TryGetValue(id, out var element) ? element : null;

    /// <summary>The names that formulas of an element can refer to; null for a spec that is not complete.</summary>
    public ElementScope? ScopeOf(JsonObject element) => _scopes.Value.TryGetValue(element, out var scope) ? scope : null;

    /// <summary>The element of a value.</summary>
    public ElementContext? FindElement(JsonValue json) => _byJson.TryGetValue(json, out var element) ? element : null;
}
