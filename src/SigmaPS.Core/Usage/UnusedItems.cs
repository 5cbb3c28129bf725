using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>
/// Finds the columns and metrics of a model that nothing reads: no column or metric of this or another model, no workbook, no report.
/// </summary>
internal static class UnusedItems
{
    public static IReadOnlyList<UnusedItem> Find(
        string modelId,
        ModelCatalog catalog,
        UsageGraph graph,
        IEnumerable<DocumentRecord> records,
        bool hasUnchecked)
    {
        if (catalog.Find(modelId, null) is not { } model)
        {
            return new List<UnusedItem>();
        }

        // Readers of tagged versions count: the tag may be moved back, and the item would be missing.
        var certain = new HashSet<UsageItem>();
        var possible = new HashSet<UsageItem>();
        Take(graph.Edges.Select(edge => (edge.Target, edge.IsCertain)));
        foreach (var record in records)
        {
            Take(
                record
                    .Columns.SelectMany(column => column.Reads)
                    .Where(read => read.Target is not null)
                    .Select(read => (read.Target!, read.IsCertain)));
            possible.UnionWith(record.Possible.Select(read => read.Target with { TagId = null }));
        }

        certain.UnionWith(model.UsedItems);
        return NamedItem
            .Of(model)
            .Where(named => named.Item.Kind is UsageItemKind.Column or UsageItemKind.Metric && !certain.Contains(named.Item))
            .Select(named => Unused(named, possible, hasUnchecked))
            .ToList();

        void Take(IEnumerable<(UsageItem Target, bool IsCertain)> reads)
        {
            foreach (var (target, isCertain) in reads.Where(read => read.Target.ModelId == modelId))
            {
                (isCertain ? certain : possible).Add(target with { TagId = null });
            }
        }
    }

    private static UnusedItem Unused(NamedItem named, HashSet<UsageItem> possible, bool hasUnchecked)
    {
        var reason = possible.Contains(named.Item) ? "a name that can mean several items may mean this one"
            : possible.Contains(named.Item.Element) ? "a consumer reads the element in a way that does not show its columns"
            : hasUnchecked ? "some documents could not be checked"
            : "";
        return new UnusedItem(named, reason.Length == 0 ? UsageCertainty.Certain : UsageCertainty.Possible, reason);
    }
}
