using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Columns that a model names by ID outside formulas: filters, sorts, groupings, relationship keys, securities, timelines, controls.
/// </summary>
internal static class UsedColumnIds
{
    // These keys list every column and use none.
    private static readonly string[] Listings = { "columns", "order", "folders", "summary" };

    public static IEnumerable<UsageItem> Find(string modelId, SpecDocument document)
    {
        var found = new HashSet<UsageItem>();
        foreach (var element in document.Elements)
        {
            foreach (var member in element.Where(member => Array.IndexOf(Listings, member.Name) < 0))
            {
                foreach (var id in Texts(member.Value))
                {
                    found.Add(new UsageItem(UsageItemKind.Column, modelId, ElementIds.Id(element), id));
                }
            }

            foreach (var relationship in ElementIds.Objects(element, "relationships"))
            {
                foreach (var key in ElementIds.Objects(relationship, "keys"))
                {
                    found.Add(
                        new UsageItem(UsageItemKind.Column, modelId, relationship.Text("targetElementId"), key.Text("targetColumnId")));
                }
            }

            // A control filters columns of the elements that it names.
            foreach (
                var place in JsonTree
                    .Objects(element)
                    .Where(place => place.Object("source")?.Text("elementId") is not null && place.Has("columnId")))
            {
                found.Add(new UsageItem(UsageItemKind.Column, modelId, place.Object("source")!.Text("elementId"), place.Text("columnId")));
            }
        }

        var columns = new HashSet<UsageItem>(
            document.Elements.SelectMany(element =>
                ElementIds
                    .Objects(element, "columns")
                    .Select(column => new UsageItem(UsageItemKind.Column, modelId, ElementIds.Id(element), column.Text("id")))));
        return found.Where(columns.Contains);
    }

    private static IEnumerable<string> Texts(JsonValue value) => value switch
    {
        JsonString text => new[] { text.Value },
        JsonArray items => items.SelectMany(Texts),
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        _ => Array.Empty<string>(),
    };
}
