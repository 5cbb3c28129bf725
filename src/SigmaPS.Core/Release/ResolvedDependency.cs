using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>A model that others depend on, as it is in the environment: its ID there, and the IDs there for those of its file.</summary>
internal sealed class ResolvedDependency
{
    private readonly SpecDocument? _file;
    private readonly IdMap? _map;
    private IReadOnlyDictionary<string, string> _renamed = new Dictionary<string, string>();
    private SpecDocument? _live;

    private ResolvedDependency(string dataModelId, string name, SpecDocument? file, IdMap? map)
    {
        DataModelId = dataModelId;
        Name = name;
        _file = file;
        _map = map;
    }

    /// <summary>Its ID in the environment; a placeholder while it does not exist.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>A model with its IDs in the files, or in an earlier version, whose counterpart is live.</summary>
    public static ResolvedDependency FromLive(string dataModelId, string name, SpecDocument file, SpecDocument live)
    {
        var map = IdTranslation.Match(file.Root, live.Root).Map;
        return new ResolvedDependency(dataModelId, name, file, map) { _renamed = RenamedElements.Find(file, live, map.Element) };
    }

    /// <summary>The same if the model is not part of the plan: consumers can read only the elements that are already live.</summary>
    public static ResolvedDependency AsItIs(string dataModelId, string name, SpecDocument file, SpecDocument live)
    {
        var model = FromLive(dataModelId, name, file, live);
        model._live = live;
        return model;
    }

    /// <summary>A model of the folder that does not exist yet: the IDs of its file stand for those that it will get.</summary>
    public static ResolvedDependency ToBeMade(string name, SpecDocument file) => new("new:" + name, name, file, null);

    /// <summary>A model outside the folder: consumers refer to its elements by their live IDs.</summary>
    public static ResolvedDependency Outside(string dataModelId, string name) => new(dataModelId, name, null, null);

    /// <summary>Whether it has an element with an ID of the files. For a model outside the folder, every ID counts.</summary>
    public bool Has(string elementId) =>
        _file is null || (Contains(_file, elementId) && (_live is null || Contains(_live, Element(elementId))));

    /// <summary>Whether an element has a column or metric with an ID of the files. For a model outside, every ID counts.</summary>
    public bool Has(string elementId, string columnId) =>
        _file is null
        || _file.Elements.Any(element => ElementIds.Id(element) == elementId && ElementIds.Columns(element).Contains(columnId));

    /// <summary>The reason why it may lack an element of its file; empty if it does not.</summary>
    public string Lack => _live is null ? "" : " live, and it is not part of this plan";

    /// <summary>Whether an ID that consumers refer to is another one in the environment.</summary>
    public bool HasNewIds => _file?.Elements.Any(HasNewId) == true;

    /// <summary>An element's ID in the environment.</summary>
    public string Element(string id) => _renamed.TryGetValue(id, out var renamed) ? renamed : _map?.Element(id) ?? id;

    /// <summary>The ID of a column of an element in the environment.</summary>
    public string Column(string element, string id) => _map?.Inner(element, id) ?? id;

    /// <summary>The ID of a grouping of an element in the environment.</summary>
    public string Grouping(string element, string id) => _map?.Grouping(element, id) ?? id;

    private static bool Contains(SpecDocument document, string elementId) =>
        document.Elements.Any(element => ElementIds.Id(element) == elementId);

    private bool HasNewId(JsonObject element)
    {
        var id = ElementIds.Id(element);
        return Element(id) != id
            || ElementIds.Columns(element).Any(column => Column(id, column) != column)
            || ElementIds.Ids(element, "groupings").Any(grouping => Grouping(id, grouping) != grouping);
    }
}
