using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts usages to the public type and adds the names of owners.</summary>
internal static class UsageMapper
{
    public static SigmaUsage ToUsage(Core.Usage.UsageRecord record, IReadOnlyDictionary<string, string> owners) =>
        new(record.ConsumerKind.ToString(), record.ConsumerId, record.ConsumerName)
        {
            Path = record.Path,
            Owner = owners.TryGetValue(record.OwnerId, out var owner) ? owner : record.OwnerId,
            ElementId = record.ElementId,
            ElementName = record.ElementName,
            ColumnId = record.ColumnId,
            ColumnName = record.ColumnName,
            Formula = record.Formula,
            Via = record.Via,
            Certainty = record.Certainty.ToString(),
            VersionTag = record.VersionTag,
            Url = record.Url,
            DataModelId = record.Target?.ModelId ?? "",
            DataModelName = record.ModelName,
            Used = record.Used,
        };

    /// <summary>The consumers that a write affects; owners by ID if their names are unknown.</summary>
    public static SigmaUsage[] ToUsages(Core.Writing.ConsumerImpact impact, IReadOnlyDictionary<string, string>? owners) =>
        impact.Consumers.Select(usage => ToUsage(usage, owners ?? new Dictionary<string, string>())).ToArray();

    public static SigmaUnusedItem ToUnused(Core.Usage.UnusedItem unused) =>
        new(unused.Item.Item.ModelId, unused.Item.Item.Kind.ToString(), unused.Item.Name)
        {
            Element = unused.Item.ElementName ?? "",
            ElementId = unused.Item.Item.ElementId ?? "",
            Id = unused.Item.Item.ItemId ?? "",
            Formula = unused.Item.Formula ?? "",
            Certainty = unused.Certainty.ToString(),
            Reason = unused.Reason,
        };
}
