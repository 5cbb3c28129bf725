using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Diff;

namespace SigmaPS.Core.Writing;

/// <summary>Compares what is live after a write with what was sent, because the service's own answer says nothing of it.</summary>
internal static class SpecVerifier
{
    /// <summary>What a person should know, as sentences.</summary>
    /// <param name="plan">What was sent, onto what.</param>
    /// <param name="now">What is live now.</param>
    /// <param name="comparison">Sent against live.</param>
    /// <param name="columns">The service's own view of the columns.</param>
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
                $"Live is version {now.LatestVersion}, and this write built on version {plan.LiveVersion}: somebody else published in "
                    + "between, and what they did may be overwritten. Compare the versions with Compare-SigmaDataModelSpec "
                    + "-ReferenceVersion and -DifferenceVersion."
            );
        }

        if (now.LatestVersion < plan.LiveVersion)
        {
            findings.Add(
                $"Sigma shows version {now.LatestVersion} after this write, and version {plan.LiveVersion} was live before it: a version "
                    + "number never goes back. Look at the model with Get-SigmaDataModelVersion before you write again."
            );
        }

        findings.AddRange(
            ReassignedIds
                .Find(plan.Live, plan.Request.Document, comparison)
                .Select(pair =>
                    $"The service gave '{pair.Key}' the new id '{pair.Value}'; workbooks that refer to the old id will not find it."));
        findings.AddRange(Unexpected(now, comparison, columns));
        return findings;
    }

    /// <summary>The same for a model that was not there before.</summary>
    /// <param name="now">What is live now.</param>
    /// <param name="comparison">Sent against live.</param>
    /// <param name="columns">The service's own view of the columns.</param>
    public static IReadOnlyList<string> Unexpected(SpecDocument now, SpecComparison comparison, IReadOnlyList<ColumnEntry> columns)
    {
        var findings = new List<string>();
        findings.AddRange(
            comparison
                .Changes.Where(change => !ServiceRewrites.IsKnownRewrite(change))
                .Select(change =>
                    change.Change == ChangeKind.Removed
                        ? $"Sent but not live: {change.Kind} \"{string.Join(" / ", change.Names)}\"."
                        : $"Live differs from what was sent: {ChangeFormatter.Line(change)}."));
        var shown = new DisplayNames(now);
        var names = now.Elements.GroupBy(ElementIds.Id).ToDictionary(group => group.Key, group => shown.OfElement(group.First()));
        findings.AddRange(
            columns
                .Where(column => column.IsBroken)
                .Select(column =>
                    $"The formula of column \"{column.Name ?? column.ColumnId}\" in "
                        + $"\"{(names.TryGetValue(column.ElementId, out var name) ? name : column.ElementId)}\" does not resolve: "
                        + $"{column.Formula}"
                ));
        return findings;
    }
}
