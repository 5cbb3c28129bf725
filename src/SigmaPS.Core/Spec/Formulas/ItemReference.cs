using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Formulas;

/// <summary>One reference of a column, a metric or a match of a union.</summary>
/// <param name="Scope">The element.</param>
/// <param name="Item">The column, metric or match.</param>
/// <param name="Reference">The reference.</param>
/// <param name="Found">Its resolution.</param>
/// <param name="Source">For a reference to something outside the document: the source that it reads; null if unknown.</param>
internal sealed record ItemReference(
    ElementScope Scope,
    JsonObject Item,
    FormulaReference Reference,
    Resolution Found,
    JsonObject? Source)
{
    /// <summary>The last name of the reference.</summary>
    public string Name => string.Join("/", Reference.Steps.Skip(Found.NameStep));

    /// <summary>Every reference of the columns, metrics and union matches of a model, in the order of the document.</summary>
    public static IEnumerable<ItemReference> All(ModelScope model) => model.Elements.SelectMany(FromElement);

    private static IEnumerable<ItemReference> FromElement(ElementScope scope)
    {
        var source = scope.Element.Object("source");
        return ElementIds.Objects(scope.Element, "columns")
            .Concat(ElementIds.Objects(scope.Element, "metrics"))
            .SelectMany(item => FromFormula(scope, item))
            .Concat(
                source?.Text("kind") == "union"
                    ? ElementIds.Objects(source, "matches").SelectMany(match => FromMatch(scope, source, match))
                    : Enumerable.Empty<ItemReference>());
    }

    private static IEnumerable<ItemReference> FromFormula(ElementScope scope, JsonObject item) =>
        FormulaReferences
            .Parse(item.Text("formula") ?? "")
            .Select(reference => Create(scope, item, reference, scope.Resolve(reference), null));

    // One entry per source; null where a source does not have the column.
    private static IEnumerable<ItemReference> FromMatch(ElementScope scope, JsonObject union, JsonObject match) =>
        (union.Array("sources") ?? new JsonArray())
            .Zip(match.Array("sourceColumns") ?? new JsonArray(), (side, name) => (Side: side as JsonObject, Name: name as JsonString))
            .Where(pair => pair.Side is not null && pair.Name is not null)
            .SelectMany(pair =>
                FormulaReferences
                    .Parse(pair.Name!.Value)
                    .Select(reference => Create(scope, match, reference, scope.ResolveOn(pair.Side!, reference), pair.Side)));

    private static ItemReference Create(
        ElementScope scope,
        JsonObject item,
        FormulaReference reference,
        Resolution found,
        JsonObject? side) =>
        new(scope, item, reference, found, found.IsFound ? null : found.Source ?? side ?? Only(scope, reference, found));

    // If the document does not show the source's prefix, or an SQL column has no prefix, the reference means the only source.
    private static JsonObject? Only(ElementScope scope, FormulaReference reference, Resolution found) =>
        scope.Sources.Count == 1
        && (found.Kind == ReferenceKind.OutOfSight || (reference.Steps.Count == 1 && scope.Sources[0].Source.Text("kind") == "sql"))
            ? scope.Sources[0].Source
            : null;
}
