using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Release;

/// <summary>A model that others depend on, as it is in the environment: its id there, and which of its files' ids is which there.</summary>
internal sealed class ResolvedDependency
{
    private readonly SpecDocument? _file;
    private readonly IdMap? _map;
    private SpecDocument? _live;

    private ResolvedDependency(string dataModelId, string name, SpecDocument? file, IdMap? map)
    {
        DataModelId = dataModelId;
        Name = name;
        _file = file;
        _map = map;
    }

    /// <summary>Its id in the environment; a word of our own while it is not made yet.</summary>
    public string DataModelId { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>A model of the folder whose counterpart is live.</summary>
    public static ResolvedDependency FromLive(string dataModelId, string name, SpecDocument file, SpecDocument live) =>
        new(dataModelId, name, file, IdTranslation.Match(file.Root, live.Root).Map);

    /// <summary>The same where the model is no part of the plan: only elements that are live already can be stood on.</summary>
    public static ResolvedDependency AsItIs(string dataModelId, string name, SpecDocument file, SpecDocument live) =>
        new(dataModelId, name, file, IdTranslation.Match(file.Root, live.Root).Map) { _live = live };

    /// <summary>A model of the folder that is not made yet: the ids of its file stand for those it will get.</summary>
    public static ResolvedDependency ToBeMade(string name, SpecDocument file) => new("new:" + name, name, file, null);

    /// <summary>A model outside the folder: the ids of its elements are taken as they are.</summary>
    public static ResolvedDependency Outside(string dataModelId, string name) => new(dataModelId, name, null, null);

    /// <summary>Whether it has an element of an id of the files; of a model outside that is not known.</summary>
    public bool Has(string elementId) => _file is null || (Holds(_file, elementId) && (_live is null || Holds(_live, Element(elementId))));

    /// <summary>Whether an element of it has a column or metric of an id of the files; of a model outside that is not known.</summary>
    public bool Has(string elementId, string columnId) =>
        _file is null
        || _file.Elements.Any(element => ElementIds.Id(element) == elementId && ElementIds.Columns(element).Contains(columnId));

    /// <summary>Why it may lack an element that its file has; empty where it does not.</summary>
    public string Lack => _live is null ? "" : " live, and it is not part of this plan";

    private static bool Holds(SpecDocument document, string elementId) =>
        document.Elements.Any(element => ElementIds.Id(element) == elementId);

    /// <summary>An element's id in the environment.</summary>
    public string Element(string id) => _map?.Element(id) ?? id;

    /// <summary>The id of a column of an element in the environment.</summary>
    public string Column(string element, string id) => _map?.Inner(element, id) ?? id;

    /// <summary>The id of a grouping of an element in the environment.</summary>
    public string Grouping(string element, string id) => _map?.Grouping(element, id) ?? id;
}
