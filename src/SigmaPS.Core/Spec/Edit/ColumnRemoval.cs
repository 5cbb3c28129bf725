using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Removes columns that nothing refers to, with their IDs in lists of layout.</summary>
public static class ColumnRemoval
{
    /// <summary>Removes columns in place. Columns that refer only to one another go together.</summary>
    /// <param name="document">A document of the caller's own.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="columns">The columns' display names or IDs.</param>
    /// <returns>A sentence for everything that was touched.</returns>
    /// <exception cref="SigmaEngineException">A column does not exist, or something that stays refers to it.</exception>
    public static IReadOnlyList<string> Apply(SpecDocument document, string element, IReadOnlyList<string> columns)
    {
        var picture = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(picture.Model, element);
        return Remove(document, picture, scope, columns.Select(column => EditTargetResolver.Column(scope, column)).Distinct().ToList());
    }

    /// <summary>Keeps the columns of an element that fit, in their order, and removes the others.</summary>
    /// <param name="document">A document of the caller's own.</param>
    /// <param name="element">The element's name or ID.</param>
    /// <param name="names">Display names or IDs of the columns to keep, or patterns of them.</param>
    /// <param name="fits">Whether a name or ID fits one of the names to keep.</param>
    /// <returns>A sentence for everything that was touched.</returns>
    /// <exception cref="SigmaEngineException">A name fits no column, or a column that stays refers to one that does not.</exception>
    public static IReadOnlyList<string> Keep(SpecDocument document, string element, IReadOnlyList<string> names, Func<string, string, bool> fits)
    {
        var picture = new ReferenceSnapshot(document);
        var scope = EditTargetResolver.Element(picture.Model, element);
        var all = ElementIds.Objects(scope.Element, "columns").ToList();
        var kept = new HashSet<JsonObject>();
        var missing = new List<string>();
        foreach (var name in names)
        {
            var found = all.Where(column => fits(name, picture.Model.Names.Of(column)) || fits(name, ElementIds.Id(column))).ToList();
            kept.UnionWith(found);
            missing.AddRange(found.Count == 0 ? new[] { name } : Array.Empty<string>());
        }

        return missing.Count == 0
            ? Remove(document, picture, scope, all.Where(column => !kept.Contains(column)).ToList())
            : throw new SigmaEngineException(ErrorCode.SpecItemNotFound, $"\"{EditTargetResolver.Called(scope)}\" does not have the {(missing.Count == 1 ? "column" : "columns")} "
                + $"{string.Join(", ", missing.Select(name => $"'{name}'"))}. It has {EditTargetResolver.Named(all.Select(picture.Model.Names.Of))}.")
            { Target = missing[0] };
    }

    private static IReadOnlyList<string> Remove(SpecDocument document, ReferenceSnapshot picture, ElementScope scope, IReadOnlyList<JsonObject> columns)
    {
        var removed = new HashSet<JsonObject>(columns);
        var uses = new ColumnUsage(document, picture, scope);
        var needed = columns.Select(column => (Name: picture.Model.Names.Of(column), By: uses.Find(column, removed))).Where(column => column.By.Count > 0).ToList();
        if (needed.Count > 0)
        {
            var reasons = needed.Take(10).Select(column => $"column '{column.Name}' is needed by {EditTargetResolver.Named(column.By)}");
            throw EditTargetResolver.Fault(
                $"No column was removed from \"{EditTargetResolver.Called(scope)}\": {string.Join("; ", reasons)}"
                + $"{(needed.Count > 10 ? $"; and {needed.Count - 10} more" : "")}. Change or remove those first.",
                needed[0].Name);
        }

        var touched = columns.Select(column => $"column \"{picture.Model.Names.Of(column)}\" of \"{EditTargetResolver.Called(scope)}\" is removed").ToList();
        scope.Element.Array("columns")?.RemoveAll(item => item is JsonObject column && removed.Contains(column));

        // An ID can occur twice in a faulty element; the column that stays keeps its place then.
        var ids = new HashSet<string>(columns.Select(ElementIds.Id), StringComparer.Ordinal);
        ids.ExceptWith(ElementIds.Ids(scope.Element, "columns"));
        RemoveFromLayout(scope.Element.Array("order"), ids, "order", touched);
        RemoveFromLayout(scope.Element.Array("summary"), ids, "summary", touched);
        foreach (var folder in ElementIds.Objects(scope.Element, "folders"))
        {
            RemoveFromLayout(folder.Array("items"), ids, $"folder \"{folder.Text("name")}\"", touched);
        }

        touched.AddRange(picture.Columns.Keep());
        return touched;
    }

    private static void RemoveFromLayout(JsonArray? list, HashSet<string> ids, string where, List<string> touched)
    {
        if (list?.RemoveAll(item => item is JsonString text && ids.Contains(text.Value)) is > 0 and var count)
        {
            touched.Add($"{count} {(count == 1 ? "ID is" : "IDs are")} removed from {where}");
        }
    }
}
