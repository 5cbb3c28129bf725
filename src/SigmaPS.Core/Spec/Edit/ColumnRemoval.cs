using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Removes columns that no remaining item refers to, with their IDs in lists of layout.</summary>
public static class ColumnRemoval
{
    private const string List = "columns";

    /// <summary>Removes columns in place. Columns that refer only to one another are removed together.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="columns">The columns' display names or IDs.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">A column does not exist, or a remaining item refers to it.</exception>
    public static EditReport Apply(SpecDocument document, string element, IReadOnlyList<string> columns)
    {
        var before = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(before.Model, element);
        return ItemRemoval.Apply(
            before,
            scope,
            columns.Select(column => EditTargetResolver.Column(scope, column)).Distinct().ToList(),
            List,
            "column");
    }

    /// <summary>Keeps the matching columns of an element in their order, and removes the others.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="names">Display names or IDs of the columns to keep, or patterns of them.</param>
    /// <param name="fits">Returns whether a name or ID matches one of the names to keep.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">A name does not match a column, or a column that stays refers to a removed one.</exception>
    public static EditReport Keep(SpecDocument document, string element, IReadOnlyList<string> names, Func<string, string, bool> fits)
    {
        var before = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(before.Model, element);
        var all = ElementIds.Objects(scope.Element, List).ToList();
        var kept = new HashSet<JsonObject>();
        var missing = new List<string>();
        foreach (var name in names)
        {
            var found = all.Where(column => fits(name, before.Model.Names.Of(column)) || fits(name, ElementIds.Id(column))).ToList();
            kept.UnionWith(found);
            missing.AddRange(found.Count == 0 ? new[] { name } : Array.Empty<string>());
        }

        return missing.Count == 0
            ? ItemRemoval.Apply(before, scope, all.Where(column => !kept.Contains(column)).ToList(), List, "column")
            : throw EditErrors.NoColumns(EditTargetResolver.Called(scope), missing, all.Select(before.Model.Names.Of));
    }
}
