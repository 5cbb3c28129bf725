using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Validation;

/// <summary>Resolves the references of one element's formulas for the formula checker.</summary>
internal sealed class FormulaNameFacts
{
    private readonly ValidationContext _scene;
    private readonly Lazy<ElementScope?> _scope;
    private readonly Lazy<HashSet<string>> _columns;

    public FormulaNameFacts(ValidationContext scene, ElementContext element)
    {
        _scene = scene;
        _scope = new Lazy<ElementScope?>(() => scene.ScopeOf(element.Json));
        _columns = new Lazy<HashSet<string>>(() =>
            new HashSet<string>(ElementIds.Objects(element.Json, "columns").Select(scene.Names.Of), StringComparer.Ordinal));
    }

    /// <summary>The context of the element's columns or metrics.</summary>
    public FormulaContext Context(bool isMetric) => new()
    {
        IsMetric = isMetric,
        CustomFunctions = _scene.CustomFunctions,
        Describe = Describe,
        IsColumn = name => _columns.Value.Contains(name) || _columns.Value.Contains(FriendlyName.FromRaw(name)),
    };

    private ReferenceFacts Describe(FormulaReference reference)
    {
        var found = _scope.Value?.Resolve(reference);
        return new ReferenceFacts
        {
            IsMetric = found?.Kind == ReferenceKind.Metric,
            IsRange = found?.Kind == ReferenceKind.Control
                && found.Target!.Text("controlType") is "date-range" or "number-range" or "range-slider",
            Type = found is { Kind: ReferenceKind.Column, Target: { } column, Owner: { } owner }
                ? TypeOf(owner, column)
                : FormulaType.Unknown,
        };
    }

    // Sigma's type counts while the column's formula is the one that Sigma has.
    private FormulaType TypeOf(ElementScope owner, JsonObject column) =>
        LiveColumns?.TryGetValue((owner.Id, ElementIds.Id(column)), out var live) == true && live.Formula == column.Text("formula")
            ? live.Type
            : FormulaType.Unknown;

    private IReadOnlyDictionary<(string Element, string Column), LiveColumn>? LiveColumns =>
        _scene.Root?.Text("dataModelId") is { } id && _scene.Facts?.Columns.TryGetValue(id, out var columns) == true ? columns : null;
}
