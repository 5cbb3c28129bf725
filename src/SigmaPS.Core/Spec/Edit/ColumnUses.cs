using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Everything that a column is needed for: by name in formulas, by id in filters, keys and controls.</summary>
internal static class ColumnUses
{
    /// <summary>Who refers to a column, in a person's words; places in lists of layout do not count.</summary>
    /// <param name="document">The document.</param>
    /// <param name="picture">Its references.</param>
    /// <param name="owner">The column's element.</param>
    /// <param name="column">The column.</param>
    public static IReadOnlyList<string> Of(SpecDocument document, ReferencePicture picture, ElementScope owner, JsonObject column)
    {
        var id = ElementIds.Id(column);
        var byName = picture.Uses.Where(use => use.Found.Target == column && use.Place.Item != column).Select(use => use.Place.By);
        var byId = document.Elements.SelectMany(element => ElementIds.References(element, picture.Model.Names)).Where(reference => reference.ElementId == owner.Id && reference.Id == id).Select(reference => reference.By);
        var timelines = ElementIds.Objects(owner.Element, "metrics").Where(metric => metric.Object("timeline")?.Text("dateColumnId") == id)
            .Select(metric => $"the timeline of metric \"{picture.Model.Names.Of(metric)}\" of \"{SpecTargets.Called(owner)}\"");
        var labels = document.Elements.Where(element => element.Object("source") is { } values && values.Text("displayColumnId") == id && values.Object("source")?.Text("elementId") == owner.Id)
            .Select(control => $"control '{control.Text("controlId")}'");
        return byName.Concat(byId).Concat(timelines).Concat(labels).Distinct().ToList();
    }
}
