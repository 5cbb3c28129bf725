using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Usage;

/// <summary>The items of other models that depend on a question's items.</summary>
internal static class ModelConsumers
{
    public static IEnumerable<UsageRecord> Find(
        ReachedItems reached,
        HashSet<string> own,
        ModelCatalog catalog,
        IReadOnlyList<ListedModel> models,
        ItemText text)
    {
        var heads = models.ToDictionary(model => model.Head.Key.Id, model => model.Head, StringComparer.OrdinalIgnoreCase);
        var found = new List<UsageRecord>();
        foreach (
            var group in reached.Items.Where(item => !own.Contains(item.Key.ModelId)).GroupBy(item => (item.Key.ModelId, item.Key.TagId)))
        {
            var withColumns = new HashSet<string?>(
                group.Where(item => item.Key.Kind is UsageItemKind.Column or UsageItemKind.Metric).Select(item => item.Key.ElementId));
            foreach (var (item, reach) in group.Where(item => !IsCovered(item.Key, withColumns)).Select(item => (item.Key, item.Value)))
            {
                found.Add(
                    Record(
                        item,
                        reach,
                        catalog.Find(item.ModelId, item.TagId),
                        heads.TryGetValue(item.ModelId, out var head) ? head : null,
                        reached,
                        text));
            }
        }

        return InOrder(found);
    }

    // The graph has the order of hashes, which differs from process to process. Two reports of one state have to be equal.
    private static IEnumerable<UsageRecord> InOrder(IEnumerable<UsageRecord> found) => found
        .OrderBy(record => record.ConsumerName, StringComparer.OrdinalIgnoreCase)
        .ThenBy(record => record.ConsumerId, StringComparer.Ordinal)
        .ThenBy(record => record.VersionTag, StringComparer.Ordinal)
        .ThenBy(record => record.Certainty == UsageCertainty.Certain ? 0 : 1)
        .ThenBy(record => record.ElementName, StringComparer.OrdinalIgnoreCase)
        .ThenBy(record => record.ColumnName, StringComparer.OrdinalIgnoreCase)
        .ThenBy(record => record.ColumnId, StringComparer.Ordinal);

    // An element whose columns are listed need not be listed too.
    private static bool IsCovered(UsageItem item, HashSet<string?> withColumns) =>
        item.Kind == UsageItemKind.Relationship || (item.Kind == UsageItemKind.Element && withColumns.Contains(item.ElementId));

    private static UsageRecord Record(
        UsageItem item,
        Reach reach,
        ModelSnapshot? model,
        DocumentHead? head,
        ReachedItems reached,
        ItemText text)
    {
        var element = model?.Element(item.ElementId);
        var found = (item.Kind == UsageItemKind.Metric ? element?.Metrics : element?.Columns)?.FirstOrDefault(inner =>
            inner.Id == item.ItemId);
        return new UsageRecord
        {
            ConsumerKind = ConsumerKind.DataModel,
            ConsumerId = item.ModelId,
            ConsumerName = head?.Name ?? item.ModelId,
            Path = head?.Path ?? "",
            OwnerId = head?.OwnerId ?? "",
            Url = head?.Url ?? "",
            ElementId = item.ElementId,
            ElementName = element?.Name,
            ColumnId = item.ItemId,
            ColumnName = found?.Name ?? item.ItemId,
            Formula = found?.Formula,
            Certainty = reach.IsCertain ? UsageCertainty.Certain : UsageCertainty.Possible,
            Via = reach.Next is { } next ? text.Way(reached, next) : "",
            VersionTag = text.Tag(item) ?? text.Tag(reach.Seed),
            Target = reach.Seed,
            Used = text.Name(reach.Seed),
        };
    }
}
