using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec;

/// <summary>Computes the display names of a whole document. All code uses this class for the names that Sigma shows (spec sheet, section
/// 5.1).</summary>
/// <remarks>It is a snapshot: create another one after an edit of the document. Each element is computed once, on demand, in linear
/// time.</remarks>
public sealed class DisplayNames
{
    private static readonly string[] Lists = { "columns", "metrics", "relationships" };

    private readonly string? _modelId;
    private readonly Func<string, string, string?>? _live;
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonObject, ElementNames> _inside = new();
    private readonly Lazy<Dictionary<JsonObject, JsonObject>> _owners;
    private readonly SourceNames _sources;
    private readonly Func<string, DisplayNames?>? _others;
    private readonly HashSet<JsonObject> _asked = new();

    /// <summary>Reads the names of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="live">Gives the name that Sigma lists for an element ID and a column ID; null if unknown.</param>
    public DisplayNames(SpecDocument document, Func<string, string, string?>? live = null)
        : this(document.Elements, document.DataModelId, live)
    {
    }

    /// <summary>Reads the names of elements that need not be a complete document.</summary>
    /// <param name="elements">The elements.</param>
    /// <param name="modelId">The ID of their model.</param>
    /// <param name="live">Gives the name that Sigma lists for an element ID and a column ID.</param>
    /// <param name="others">Gives the names of another model by its ID; null if unknown.</param>
    internal DisplayNames(
        IEnumerable<JsonObject> elements,
        string? modelId,
        Func<string, string, string?>? live = null,
        Func<string, DisplayNames?>? others = null)
    {
        _others = others;
        var all = elements.ToList();
        _modelId = modelId;
        _live = live;
        foreach (var element in all)
        {
            if (element.Text("kind") != "control" && element.Text("id") is { } id && !_byId.ContainsKey(id))
            {
                _byId.Add(id, element);
            }
        }

        _sources = new SourceNames(ElementOf, NameElsewhere);
        _owners = new Lazy<Dictionary<JsonObject, JsonObject>>(() => ReadOwners(all));
    }

    /// <summary>The display name of any item: column, metric, relationship, folder, page.</summary>
    /// <param name="item">The item.</param>
    /// <returns>Its name; its ID if no rule gives a name.</returns>
    public string Of(JsonObject item) => item.Text("name") ?? Find(item).Text;

    /// <summary>The name of an item and how certain it is.</summary>
    /// <param name="item">A column, metric, relationship, folder or page.</param>
    /// <returns>The name.</returns>
    public DisplayName Find(JsonObject item) => Declared(item)
        ?? OfRelationship(item)
        ?? (_owners.Value.TryGetValue(item, out var owner) ? Inside(owner).Find(item) : null)
        ?? Unknown(item);

    /// <summary>The display name of an element or a control.</summary>
    /// <param name="element">The element.</param>
    /// <returns>Its name; its control ID or ID if no rule gives a name.</returns>
    public string OfElement(JsonObject element) => FindElement(element)?.Text ?? element.Text("controlId") ?? element.Text("id") ?? "";

    /// <summary>The name of an element: declared, or inherited from its source.</summary>
    /// <param name="element">The element.</param>
    /// <returns>The name; null if no rule gives one.</returns>
    public DisplayName? FindElement(JsonObject element) => _sources.OfElement(element);

    /// <summary>The name that a column would show if it did not declare one; null if no rule gives one.</summary>
    /// <param name="column">A column.</param>
    internal DisplayName? Default(JsonObject column) =>
        _owners.Value.TryGetValue(column, out var owner) ? Inside(owner).Default(column) : null;

    /// <summary>The name that an element would show if it did not declare one; null if no rule gives one.</summary>
    internal string? DefaultOfElement(JsonObject element) => _sources.DefaultOf(element);

    /// <summary>The name that a relationship would show if it did not declare one; null if no rule gives one.</summary>
    internal string? DefaultOfRelationship(JsonObject relationship) => OfRelationship(relationship)?.Text;

    /// <summary>Whether an element, column, metric or relationship belongs to this document.</summary>
    internal bool Contains(JsonObject item) => _owners.Value.ContainsKey(item);

    /// <summary>The element that a source refers to; null if it is not an element of this document.</summary>
    internal JsonObject? ElementOf(JsonObject? source) => source?.Text("kind") switch
    {
        "table" => ById(source.Text("elementId")),
        "data-model" when _modelId is not null && source.Text("dataModelId") == _modelId => ById(source.Text("elementId")),
        _ => null,
    };

    /// <summary>The sources whose columns an element's formulas can use, each with its prefix; the most likely first.</summary>
    internal IReadOnlyList<NamedSource> SourcesOf(JsonObject element) => _sources.Of(element);

    /// <summary>The prefix of a source that does not have a name of its own.</summary>
    internal string? PrefixOf(JsonObject? source) => _sources.PrefixOf(source);

    internal static DisplayName? Declared(JsonObject item) =>
        item.Text("name") is { } name ? new DisplayName(name, NameOrigin.Declared) : null;

    internal static DisplayName Unknown(JsonObject item) => new(item.Text("id") ?? "", NameOrigin.Unknown);

    // Elements of several models can read one another in a cycle. Without declared names, such elements have no name.
    private string? NameElsewhere(JsonObject source)
    {
        if (Elsewhere(source) is not var (names, element) || !_asked.Add(source))
        {
            return null;
        }

        try
        {
            return names.FindElement(element)?.Text;
        }
        finally
        {
            _asked.Remove(source);
        }
    }

    private (DisplayNames Names, JsonObject Element)? Elsewhere(JsonObject source) =>
        source.Text("kind") == "data-model" && source.Text("dataModelId") is { } model && model != _modelId
        && _others?.Invoke(model) is { } names && names.ById(source.Text("elementId")) is { } element
            ? (names, element)
            : null;

    private JsonObject? ById(string? id) => id is not null && _byId.TryGetValue(id, out var element) ? element : null;

    private ElementNames Inside(JsonObject element)
    {
        if (!_inside.TryGetValue(element, out var names))
        {
            var id = element.Text("id") ?? "";
            names = new ElementNames(element, formula => Infer(element, formula), column => _live?.Invoke(id, column.Text("id") ?? ""));
            _inside.Add(element, names);
        }

        return names;
    }

    private InferredName? Infer(JsonObject element, string formula) =>
        InferredName.From(formula, SourcesOf(element), (prefix, path) => HasPath(element, prefix, path));

    // [Element/Relationship/Column]: the relationship belongs to the element, to its source or to an element of that name.
    private bool HasPath(JsonObject element, string prefix, IReadOnlyList<string> path)
    {
        var sources = SourcesOf(element).Where(source => source.Prefix == prefix).Select(source => source.Source).ToList();
        return sources.Select(ElementOf).OfType<JsonObject>().Prepend(element).Any(start => HasPath(start, path))
            || sources.Select(Elsewhere).Any(found => found is var (names, start) && names.HasPath(start, path));
    }

    private bool HasPath(JsonObject start, IReadOnlyList<string> path)
    {
        var at = start;
        for (var i = 0; at is not null && i < path.Count; i++)
        {
            var step = path[i];
            var found = ElementIds.Objects(at, "relationships")
                .FirstOrDefault(relationship => (Declared(relationship) ?? OfRelationship(relationship))?.Text == step);
            if (found is null)
            {
                return false;
            }

            at = i == path.Count - 1 ? at : ById(found.Text("targetElementId"));
        }

        return at is not null;
    }

    // The default is the title of the target (spec sheet, section 7).
    private DisplayName? OfRelationship(JsonObject item) =>
        ById(item.Text("targetElementId")) is { } target && FindElement(target) is { } name
            ? name with
            {
                Origin = NameOrigin.Inferred,
            }
            : null;

    private static Dictionary<JsonObject, JsonObject> ReadOwners(List<JsonObject> elements)
    {
        var count = elements.Sum(element => 1 + Lists.Sum(list => element.Array(list)?.Count ?? 0));
        var owners = new Dictionary<JsonObject, JsonObject>(count);
        foreach (var element in elements)
        {
            owners[element] = element;
            foreach (var list in Lists)
            {
                foreach (var item in ElementIds.Objects(element, list))
                {
                    owners[item] = element;
                }
            }
        }

        return owners;
    }
}
