using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>The read-back. Compares the live spec after a write with the sent spec, because Sigma's response does not contain the
/// result.</summary>
internal static class SpecVerifier
{
    /// <summary>The findings of a read-back, as sentences.</summary>
    /// <param name="plan">The write.</param>
    /// <param name="now">The live spec after the write.</param>
    /// <param name="comparison">The comparison of the sent spec with the live spec.</param>
    /// <param name="columns">The columns as Sigma resolves them.</param>
    public static IReadOnlyList<string> Findings(
        SpecWritePlan plan,
        SpecDocument now,
        SpecComparison comparison,
        IReadOnlyList<ColumnEntry> columns)
    {
        var findings = new List<string>();
        if (now.LatestVersion - plan.LiveVersion > 1)
        {
            findings.Add(
                $"Another person published \"{plan.Name}\" at the same time: this write is based on version {plan.LiveVersion}, and the "
                    + $"live version is {now.LatestVersion}. Their changes may be overwritten. Compare the versions with "
                    + "Compare-SigmaDataModelSpec -ReferenceVersion and -DifferenceVersion.");
        }

        if (now.LatestVersion < plan.LiveVersion)
        {
            findings.Add(
                $"Sigma reports version {now.LatestVersion} after this write, although version {plan.LiveVersion} was live before it. "
                    + $"Version numbers only grow. Before you write again, run: Get-SigmaDataModelVersion {plan.Request.DataModelId}.");
        }

        findings.AddRange(
            ReassignedIds
                .Find(plan.Live, plan.Request.Document, comparison)
                .Select(pair =>
                    $"Sigma changed the ID '{pair.Key}' to '{pair.Value}'. Workbooks that use the old ID will not find the item."));
        findings.AddRange(Unexpected(now, comparison, columns));
        return findings;
    }

    /// <summary>The findings about a new model.</summary>
    /// <param name="now">The live spec after the write.</param>
    /// <param name="comparison">The comparison of the sent spec with the live spec.</param>
    /// <param name="columns">The columns as Sigma resolves them.</param>
    public static IReadOnlyList<string> Unexpected(SpecDocument now, SpecComparison comparison, IReadOnlyList<ColumnEntry> columns)
    {
        var findings = new List<string>();
        findings.AddRange(
            comparison
                .Changes.Where(change => !ServiceRewrites.IsKnownRewrite(change))
                .Select(change =>
                    change.Change == ChangeKind.Removed
                        ? $"Sigma did not store the {change.Kind} \"{string.Join(" / ", change.Names)}\"."
                        : $"Sigma stored a different value: {ChangeFormatter.Line(change)}."));
        var shown = new DisplayNames(now);
        var names = now.Elements.GroupBy(ElementIds.Id).ToDictionary(group => group.Key, group => shown.OfElement(group.First()));
        findings.AddRange(
            columns
                .Where(column => column.IsBroken)
                .Select(column =>
                    $"The formula of column \"{column.Name ?? column.ColumnId}\" in "
                        + $"\"{NameOf(column.ElementId)}\" does not resolve: {column.Formula}"));
        return findings;

        string NameOf(string element) => names.TryGetValue(element, out var name) ? name : element;
    }
}
