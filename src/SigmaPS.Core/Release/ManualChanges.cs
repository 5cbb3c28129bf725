using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec.Edit;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Release;

/// <summary>Finds the usages of a renamed item in workbooks and reports, each with its new formula.</summary>
internal static class ManualChanges
{
    public static IReadOnlyList<ManualChange> Find(
        UsageIndex index,
        string modelId,
        RenameRequest rename,
        RenameResult result,
        ReleaseItem item)
    {
        var kind = rename.Item.Kind switch
        {
            RenameKind.Column => UsageItemKind.Column,
            RenameKind.Metric => UsageItemKind.Metric,
            _ => UsageItemKind.Element,
        };
        var asked = new UsageItem(kind, modelId, result.ElementId, result.ItemId);

        // A tagged version does not change. A usage through another model keeps its name, so its formula stays.
        return index
            .Find(new[] { asked })
            .Select(usage => (Usage: usage, Formula: ForeignFormula.Rename(usage.Formula, rename.Item, result), IsBroken: false))
            .Concat(
                item.Impact.Consumers.Select(usage =>
                    (Usage: usage, Formula: ForeignFormula.Rename(usage.Formula, rename.Item, result), IsBroken: true)))
            .Where(change =>
                change.Usage.ConsumerKind != ConsumerKind.DataModel
                && change.Usage.VersionTag is null
                && (change.Formula is not null || change.IsBroken))
            .GroupBy(change => (change.Usage.ConsumerKind, change.Usage.ConsumerId, change.Usage.ElementId, change.Usage.ColumnId))
            .Select(group => new ManualChange(group.First().Usage, group.First().Formula))
            .ToList();
    }
}
