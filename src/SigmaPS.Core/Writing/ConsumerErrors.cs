using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Usage;

namespace SigmaPS.Core.Writing;

/// <summary>Messages about consumers.</summary>
public static class ConsumerErrors
{
    private const int Most = 10;
    private const int MostDocuments = 3;
    private const string Unknown = "It is not known whether Sigma carries consumers along when an item keeps its ID and gets a new name.";

    /// <summary>The refusal of a write that certainly breaks consumers.</summary>
    internal static SigmaEngineException Breaks(string name, string dataModelId, ConsumerImpact impact)
    {
        var certain = impact.Certain.ToList();
        var documents = certain.Select(usage => usage.ConsumerId).Distinct().Count();
        var lines = certain.Take(Most).Select(usage => Line(usage));
        var more = Wording.More(certain.Count, Most, "; and ");
        var unknown = impact.HasRename ? Unknown + " " : "";
        return new SigmaEngineException(
            ErrorCode.BreaksConsumers,
            $"This change breaks {certain.Count} usage{Wording.Plural(certain.Count)} in {documents} document{Wording.Plural(documents)} "
                + $"that read \"{name}\" ({dataModelId}): {Taken(impact)}. "
                + $"Consumers: {string.Join("; ", lines)}{more}. {unknown}To continue, add -AllowBreak.")
        {
            Target = dataModelId,
            Switch = "AllowBreak",
        };
    }

    /// <summary>The refusal of a write whose consumers are not completely known; null if they are known.</summary>
    internal static SigmaEngineException? Incomplete(string name, string dataModelId, ConsumerImpact impact) =>
        Warnings(impact) is { Count: > 0 } warnings
            ? new SigmaEngineException(
                ErrorCode.BreaksConsumers,
                $"The consumers of \"{name}\" ({dataModelId}) are not completely known, and -RequireCompleteUsage requires that: "
                    + $"{string.Join(" ", warnings)} Check them, or leave out -RequireCompleteUsage."
            )
            {
                Target = dataModelId,
            }
            : null;

    /// <summary>The uncertain part: possible consumers, and documents that could not be checked.</summary>
    public static IReadOnlyList<string> Warnings(ConsumerImpact impact)
    {
        var warnings = new List<string>();
        var possible = impact.Possible.GroupBy(usage => usage.ConsumerId).ToList();
        if (possible.Count > 0)
        {
            var names = possible
                .Take(MostDocuments)
                .Select(group => $"{group.First().ConsumerKind} \"{group.First().ConsumerName}\" ({group.First().Via})");
            warnings.Add(
                $"{possible.Count} document{Wording.Plural(possible.Count)} may read items that this change removes or renames: "
                    + $"{string.Join("; ", names)}{Wording.More(possible.Count, MostDocuments, "; and ")}."
            );
        }

        warnings.AddRange(impact.Unchecked.GroupBy(document => document.Reason).Select(NotChecked));
        return warnings;
    }

    /// <summary>One usage in one line: the consumer, the item and the formula.</summary>
    /// <param name="usage">The usage.</param>
    /// <returns>For example Workbook "Sales": Orders / Amount = Sum([Orders/Amount]).</returns>
    public static string Line(UsageRecord usage) =>
        $"{usage.ConsumerKind} \"{usage.ConsumerName}\" ({usage.ConsumerId}"
        + (usage.VersionTag is { } tag ? $", version tag {tag})" : ")")
        + (usage.ElementName is null ? "" : $": {usage.ElementName}")
        + (usage.ColumnName is null ? "" : $" / {usage.ColumnName}")
        + (string.IsNullOrEmpty(usage.Formula) ? "" : $" = {usage.Formula}");

    private static string NotChecked(IGrouping<string, UncheckedDocument> group)
    {
        var named = group
            .Take(MostDocuments)
            .Select(document => document.Id.Length == 0 ? document.Name : $"{document.Kind} \"{document.Name}\"");
        return $"{group.Count()} check{Wording.Plural(group.Count())} left out: "
            + $"{string.Join(", ", named)}{Wording.More(group.Count(), MostDocuments)}. Reason: "
            + $"{group.Key.TrimEnd('.')}.";
    }

    private static string Taken(ConsumerImpact impact) =>
        string.Join(
            ", ",
            impact
                .Taken.Take(Most)
                .Select(item => $"{KindOf(item.Item)} {item.Name} ({Describe(item.Change)})")
        ) + Wording.More(impact.Taken.Count, Most);

    private static string KindOf(UsageItem item) =>
        item.Kind == UsageItemKind.ElementName ? "element" : item.Kind.ToString().ToLowerInvariant();

    private static string Describe(TakenBy change) => change switch
    {
        TakenBy.Removal => "removed",
        TakenBy.Rename => "renamed",
        _ => "new ID",
    };
}
