using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Removes columns or metrics of an element that no remaining item refers to, with their IDs in lists of layout.</summary>
internal static class ItemRemoval
{
    /// <summary>Removes in place. Items that refer only to one another are removed together.</summary>
    /// <param name="before">The references before the edit.</param>
    /// <param name="scope">The element.</param>
    /// <param name="items">The columns or metrics.</param>
    /// <param name="list">The element's list that contains them.</param>
    /// <param name="kind">The name of their kind for people.</param>
    /// <returns>The items that the edit touched.</returns>
    public static EditReport Apply(ReferenceSnapshot before, ElementScope scope, IReadOnlyList<JsonObject> items, string list, string kind)
    {
        var removed = new HashSet<JsonObject>(items);
        var names = before.Model.Names;
        var of = $"of \"{EditTargetResolver.Called(scope)}\"";
        MustBeUnused(before, scope, items, removed, kind);

        var touched = items.Select(item => $"{kind} \"{names.Of(item)}\" {of} is removed").ToArray();
        var report = new EditReport(
            items.Count == 0
                ? $"No {kind} {of} was removed"
                : $"Removed {kind}{Wording.Plural(items.Count)} "
                    + $"{EditTargetResolver.Named(items.Select(item => $"\"{names.Of(item)}\""))} {of}",
            touched);
        scope.Element.Array(list)?.RemoveAll(item => item is JsonObject column && removed.Contains(column));

        // An ID can occur twice in a faulty element; the item that stays keeps its place then.
        var ids = new HashSet<string>(items.Select(ElementIds.Id), StringComparer.Ordinal);
        ids.ExceptWith(ElementIds.Columns(scope.Element));
        RemoveFromLayout(scope.Element.Array("order"), ids, $"order {of}", report);
        RemoveFromLayout(scope.Element.Array("summary"), ids, $"summary {of}", report);
        foreach (var folder in ElementIds.Objects(scope.Element, "folders"))
        {
            RemoveFromLayout(folder.Array("items"), ids, $"folder \"{folder.Text("name")}\" {of}", report);
        }

        report.AddRange(before.Names.KeepColumns().Touched);
        return report;
    }

    private static void MustBeUnused(
        ReferenceSnapshot before,
        ElementScope scope,
        IReadOnlyList<JsonObject> items,
        HashSet<JsonObject> removed,
        string kind)
    {
        var uses = new ColumnUsage(before.Document, before, scope);
        var needed = items
            .Select(item => (Name: before.Model.Names.Of(item), By: uses.Find(item, removed)))
            .Where(item => item.By.Count > 0)
            .ToList();
        if (needed.Count > 0)
        {
            var reasons = needed.Select(item => $"{kind} '{item.Name}' is needed by {EditTargetResolver.Named(item.By)}").ToList();
            throw EditErrors.ItemsInUse(kind, EditTargetResolver.Called(scope), reasons, needed[0].Name);
        }
    }

    private static void RemoveFromLayout(JsonArray? list, HashSet<string> ids, string where, EditReport report)
    {
        if (list?.RemoveAll(item => item is JsonString text && ids.Contains(text.Value)) is > 0 and var count)
        {
            var subject = count == 1 ? "ID is" : "IDs are";
            report.Add(where, $"{count} {subject} removed from {where}");
        }
    }
}
