using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Finds the items that need the columns of one element: by name in formulas, by ID in filters, keys and controls.</summary>
internal sealed class ColumnUsage
{
    private readonly ILookup<JsonObject, FormulaUse> _byName;
    private readonly ILookup<string, string> _byId;

    /// <summary>Collects the uses once for queries about many columns.</summary>
    /// <param name="document">The document.</param>
    /// <param name="picture">Its references.</param>
    /// <param name="owner">The columns' element.</param>
    public ColumnUsage(SpecDocument document, ReferenceSnapshot picture, ElementScope owner)
    {
        _byName = picture
            .Uses.Where(use => use.Found.Target is not null)
            .ToLookup(use => use.Found.Target!, use => new FormulaUse(use.Place.Item, use.Place.By));
        _byId = document.Elements.SelectMany(element => UsedId.Find(element, picture.Model.Names)).Where(use => use.ElementId == owner.Id)
            .ToLookup(use => use.Id, use => use.By, StringComparer.Ordinal);
    }

    /// <summary>Names the items that refer to a column; lists of layout do not count.</summary>
    /// <param name="column">The column.</param>
    /// <param name="removed">The columns that are removed together with it; their formulas do not count.</param>
    public IReadOnlyList<string> Find(JsonObject column, ICollection<JsonObject> removed) => _byName[column]
        .Where(use => use.Item is null || !removed.Contains(use.Item)).Select(use => use.By)
        .Concat(_byId[ElementIds.Id(column)]).Distinct().ToList();

    private sealed record FormulaUse(JsonObject? Item, string By);
}
