using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>What every reference of a document means, taken before an edit and held against what it means afterwards.</summary>
/// <remarks>Things are compared by identity, so the edit has to change the tree in place.</remarks>
internal sealed class ReferenceSnapshot
{
    private readonly SpecDocument _document;
    private readonly HashSet<JsonObject> _items;

    public ReferenceSnapshot(SpecDocument document)
    {
        _document = document;
        Model = new ModelScope(document);
        Columns = new NameKeeper(document, Model.Names);
        Uses = Read(Model);
        _items = new HashSet<JsonObject>(Model.Elements.SelectMany(scope => ElementIds.Objects(scope.Element, "columns").Concat(ElementIds.Objects(scope.Element, "metrics"))));
    }

    /// <summary>The names as they were.</summary>
    public ModelScope Model { get; }

    /// <summary>The display names as they were, so that an edit can keep them.</summary>
    public NameKeeper Columns { get; }

    /// <summary>Every reference with what it meant, in the document's order.</summary>
    public IReadOnlyList<(FormulaField Place, FormulaReference Reference, Resolution Found)> Uses { get; }

    /// <summary>Which references mean something else now, in a person's words. What meant nothing may mean something, and what was added is not looked at.</summary>
    public IReadOnlyList<string> Broken() => Uses
        .Zip(Read(new ModelScope(_document)).Where(use => use.Place.Item is null || _items.Contains(use.Place.Item)), (before, after) => (before, after))
        .Where(pair => pair.before.Found.Kind != ReferenceKind.Unresolved && !Same(pair.before.Found, pair.after.Found))
        .Select(pair => $"[{string.Join("/", pair.after.Reference.Steps)}] in {pair.before.Place.By}").ToList();

    private static bool Same(Resolution before, Resolution after) =>
        before.Kind == after.Kind && ReferenceEquals(before.Target, after.Target) && ReferenceEquals(before.Source, after.Source);

    private static List<(FormulaField Place, FormulaReference Reference, Resolution Found)> Read(ModelScope model) => FormulaField.All(model)
        .SelectMany(place => place.References().Select(reference => (place, reference, place.Resolve(reference)))).ToList();
}
