using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace SigmaPS.Mapping;

/// <summary>Reads a plan by its shape, so that plans from a job or a CLIXML file work too.</summary>
internal static class ReleasePlanReader
{
    /// <summary>The facts of a plan.</summary>
    /// <exception cref="Core.Diagnostics.SigmaEngineException">The object is not a plan.</exception>
    public static Core.Release.PlanSnapshot Read(object given)
    {
        var plan = PSObject.AsPSObject(given);
        var items = plan.Properties["Items"]?.Value;
        return Text(plan, "Environment") is { Length: > 0 } environment && Text(plan, "Path") is { Length: > 0 } path && items is not null
            ? new Core.Release.PlanSnapshot(
                environment,
                Text(plan, "EnvironmentFile") ?? "",
                path,
                Text(plan, "Organization") ?? "",
                Items(items).ToList())
            {
                Rename = Rename(plan.Properties["Rename"]?.Value),
                Orphans = Items(plan.Properties["Orphans"]?.Value ?? System.Array.Empty<object>()).ToList(),
            }
            : throw MappingErrors.NotAPlan(plan);
    }

    /// <summary>Whether an object has the shape of a plan.</summary>
    public static bool IsPlan(object given) =>
        PSObject.AsPSObject(given).Properties is var properties
        && properties["Items"]?.Value is not null
        && properties["EnvironmentFile"]?.Value is not null;

    /// <summary>Writes a plan as Markdown.</summary>
    public static string ToMarkdown(object given, string? title)
    {
        var plan = PSObject.AsPSObject(given);
        var rows = All(plan.Properties["Items"].Value).Select(PSObject.AsPSObject).Select(item => new Core.Reports.PlanRow(
            Text(item, "Name") ?? "",
            LanguagePrimitives.ConvertTo<ReleaseAction>(item.Properties["Action"]?.Value).ToString(),
            Each(item, "Changes").Select(ChangeReader.Read).ToList())
        {
            Blockers = Each(item, "Blockers").Select(text => text.ToString() ?? "").ToList(),
            Notes = Each(item, "Notes").Select(text => text.ToString() ?? "").Concat(Issues(item)).ToList(),
        }).ToList();
        var usages = All(plan.Properties["Items"].Value).Select(PSObject.AsPSObject).SelectMany(item => Each(item, "Consumers")).ToList();
        return Core.Reports.PlanReport.Write(
            title ?? $"Release plan for {Text(plan, "Environment")}",
            Text(plan, "Summary") ?? "",
            rows,
            usages.Count == 0 ? "" : UsageMarkdown.Write(usages, null));
    }

    // List errors; only count warnings.
    private static IEnumerable<string> Issues(PSObject item)
    {
        var issues = Each(item, "Issues")
            .Select(PSObject.AsPSObject)
            .ToLookup(issue => LanguagePrimitives.ConvertTo<SpecIssueSeverity>(issue.Properties["Severity"]?.Value));
        var warnings = issues[SpecIssueSeverity.Warning].Count();
        var errors = issues[SpecIssueSeverity.Error].Select(Error);
        return warnings switch
        {
            0 => errors,
            1 => errors.Append("1 warning of the rules; Get-SigmaDataModelSpecIssue shows it."),
            _ => errors.Append($"{warnings} warnings of the rules; Get-SigmaDataModelSpecIssue shows them."),
        };
    }

    private static string Error(PSObject issue)
    {
        var place = Text(issue, "Line") is { } line ? $"{Text(issue, "Path")}, line {line}: " : "";
        return $"{place}{Text(issue, "Message")} ({Text(issue, "RuleId")})";
    }

    private static IEnumerable<object> Each(PSObject o, string name) =>
        LanguagePrimitives.GetEnumerable(o.Properties[name]?.Value)?.Cast<object>() ?? Enumerable.Empty<object>();

    // PowerShell unrolls a one-element array.
    private static IEnumerable<object> All(object items) => LanguagePrimitives.GetEnumerable(items)?.Cast<object>() ?? new[] { items };

    private static IEnumerable<Core.Release.PlanSnapshotEntry> Items(object items) =>
        All(items)
            .Select(PSObject.AsPSObject)
            .Select(item => new Core.Release.PlanSnapshotEntry(
                Text(item, "Name") ?? "",
                Text(item, "File") ?? "",
                OutputMapper.ByName<Core.Release.ReleaseAction>(
                    LanguagePrimitives.ConvertTo<ReleaseAction>(item.Properties["Action"]?.Value)),
                Text(item, "DataModelId") ?? "",
                item.Properties["LiveVersion"]?.Value is { } version ? LanguagePrimitives.ConvertTo<long>(version) : null,
                Text(item, "Hash") ?? "")
            {
                HasFailedRehearsal =
                    Text(item, nameof(ReleasePlanItem.HasFailedRehearsal)) is { } failed
                    && bool.TryParse(failed, out var isFailed)
                    && isFailed,
            });

    private static Core.Release.RenameRequest? Rename(object? given)
    {
        if (given is null)
        {
            return null;
        }

        var rename = PSObject.AsPSObject(given);
        var kind = LanguagePrimitives.ConvertTo<Core.Spec.Edit.RenameKind>(Text(rename, "Kind"));
        var item = new Core.Spec.Edit.ItemRename(
            kind,
            Text(rename, "Element") ?? "",
            Text(rename, "Item") ?? "",
            Text(rename, "NewName") ?? "");
        return new Core.Release.RenameRequest(Text(rename, "DataModel") ?? "", item)
        {
            IsSafe = LanguagePrimitives.IsTrue(rename.Properties["Safe"]?.Value),
            Files = Text(rename, "Files"),
        };
    }

    private static string? Text(PSObject o, string name) =>
        o.Properties[name]?.Value is { } value ? LanguagePrimitives.ConvertTo<string>(value) : null;
}
