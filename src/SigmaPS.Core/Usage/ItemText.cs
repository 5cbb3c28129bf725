using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>Names items for a person.</summary>
internal sealed class ItemText(ModelCatalog catalog, Func<string, string, string?> tagName)
{
    private readonly ModelCatalog _catalog = catalog;
    private readonly Func<string, string, string?> _tagName = tagName;

    private static string Of(ModelCatalog catalog, UsageItem item)
    {
        var model = catalog.Find(item.ModelId, item.TagId);
        var element = model?.Element(item.ElementId);
        var own = item.Kind switch
        {
            UsageItemKind.Column => element?.Columns.FirstOrDefault(column => column.Id == item.ItemId)?.Name ?? item.ItemId,
            UsageItemKind.Metric => element?.Metrics.FirstOrDefault(metric => metric.Id == item.ItemId)?.Name ?? item.ItemId,
            UsageItemKind.Relationship => element?.Relationships.FirstOrDefault(relationship => relationship.Id == item.ItemId)?.Name
                ?? item.ItemId,
            UsageItemKind.Control or UsageItemKind.Grouping => item.ItemId,
            _ => null,
        };
        return string.Join("/", new[] { element?.Name ?? item.ElementId, own }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The name of an item.</summary>
    public string Name(UsageItem? item) => item is null ? "" : Of(_catalog, item);

    /// <summary>The way from an item to the question's item, nearest first.</summary>
    public string Way(ReachedItems reached, UsageItem item)
    {
        var steps = new List<string>();
        for (UsageItem? at = item; at is not null && steps.Count < 16; at = reached.Of(at)?.Next)
        {
            steps.Add(Of(_catalog, at));
        }

        return string.Join(" > ", steps.Where(step => step.Length > 0));
    }

    /// <summary>The name of the tag that an item is read at; null for the published version.</summary>
    public string? Tag(UsageItem item) => item.TagId is { } tag ? _tagName(item.ModelId, tag) ?? tag : null;
}
