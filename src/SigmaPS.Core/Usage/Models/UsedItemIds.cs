using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Usage;

/// <summary>Finds the columns and metrics that a model refers to by ID outside formulas, at every place that the schema knows.</summary>
/// <remarks>
/// A newer kind can refer to items in keys that the schema does not know. The ID of an item of the element in such a key counts as a use,
/// because an item must not be reported as unused by mistake.
/// </remarks>
internal static class UsedItemIds
{
    /// <summary>Finds the items. Lists of layout contain every column and do not count.</summary>
    /// <param name="modelId">The model.</param>
    /// <param name="document">Its spec.</param>
    public static IReadOnlyList<UsageItem> Find(string modelId, SpecDocument document)
    {
        var items = document.Elements.SelectMany(element => Items(modelId, element)).ToLookup(item => (item.ElementId, item.ItemId));
        return document.Elements.SelectMany(Used).SelectMany(used => items[used]).Distinct().ToList();
    }

    private static IEnumerable<(string? ElementId, string? Id)> Used(JsonObject element)
    {
        var (references, unknownTexts) = IdReferences.FindWithUnknown(element);
        return references
            .Where(reference => reference.Target == IdTarget.Column)
            .Select(reference => ((string?)reference.Scope, (string?)reference.Value.Value))
            .Concat(unknownTexts.Select(text => ((string?)ElementIds.Id(element), (string?)text)));
    }

    private static IEnumerable<UsageItem> Items(string modelId, JsonObject element) =>
        ElementIds
            .Ids(element, "columns")
            .Select(id => new UsageItem(UsageItemKind.Column, modelId, ElementIds.Id(element), id))
            .Concat(
                ElementIds
                    .Ids(element, "metrics")
                    .Select(id => new UsageItem(UsageItemKind.Metric, modelId, ElementIds.Id(element), id)));
}
