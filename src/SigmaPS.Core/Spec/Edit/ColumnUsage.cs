using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Everything that the columns of one element are needed for: by name in formulas, by ID in filters, keys and controls.</summary>
internal sealed class ColumnUsage
{
    private readonly ILookup<JsonObject, FormulaUse> _byName;
    private readonly ILookup<string, string> _byId;

    /// <summary>Collects the uses once, so that many columns can be asked about.</summary>
    /// <param name="document">The document.</param>
    /// <param name="picture">Its references.</param>
    /// <param name="owner">The columns' element.</param>
    public ColumnUsage(SpecDocument document, ReferenceSnapshot picture, ElementScope owner)
    {
        _byName = picture.Uses.Where(use => use.Found.Target is not null).ToLookup(use => use.Found.Target!, use => new FormulaUse(use.Place.Item, use.Place.By));
        var references = document.Elements.SelectMany(element => ElementIds.References(element, picture.Model.Names))
            .Where(reference => reference.ElementId == owner.Id).Select(reference => (reference.Id, reference.By));
        var timelines = ElementIds.Objects(owner.Element, "metrics").Where(metric => metric.Object("timeline")?.Text("dateColumnId") is not null)
            .Select(metric => (Id: metric.Object("timeline")!.Text("dateColumnId")!,
                By: $"the timeline of metric \"{picture.Model.Names.Of(metric)}\" of \"{EditTargetResolver.Called(owner)}\""));
        var labels = document.Elements.Where(element => element.Object("source") is { } values
                && values.Text("displayColumnId") is not null && values.Object("source")?.Text("elementId") == owner.Id)
            .Select(control => (Id: control.Object("source")!.Text("displayColumnId")!, By: $"control '{control.Text("controlId")}'"));
        _byId = references.Concat(timelines).Concat(labels).ToLookup(use => use.Item1, use => use.Item2, StringComparer.Ordinal);
    }

    /// <summary>Who refers to a column, in a person's words; places in lists of layout do not count.</summary>
    /// <param name="column">The column.</param>
    /// <param name="removed">The columns that go together with it: their formulas do not count.</param>
    public IReadOnlyList<string> Find(JsonObject column, ICollection<JsonObject> removed) => _byName[column]
        .Where(use => use.Item is null || !removed.Contains(use.Item)).Select(use => use.By)
        .Concat(_byId[ElementIds.Id(column)]).Distinct().ToList();

    private sealed record FormulaUse(JsonObject? Item, string By);
}
