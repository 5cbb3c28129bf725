using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace SigmaPS.Mapping;

/// <summary>Converts plans, drift and the results of a publish.</summary>
internal static partial class OutputMapper
{
    public static ReleasePlan ToPlan(
        Core.Release.ReleasePlan plan,
        SigmaSession? session,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string>? owners = null) =>
        new(plan.Request.Environment.Name, plan.Request.Organization, plan.Items.Select(item => ToItem(item, owners)))
        {
            Host = session?.BaseUrl,
            Folder = plan.FolderPath,
            Path = plan.Request.Folder,
            EnvironmentFile = plan.Request.Environment.File,
            CreatedAt = now,
            Notes = plan.Notes.Select(SafeText.Line).ToArray(),
            ExitCode = plan.ExitCode,
            Rename = plan.Rename is { } rename ? new SigmaRename(rename) : null,
            Orphans = plan.Orphans.Select(item => ToItem(item, owners)).ToArray(),
        };

    /// <summary>Converts drift: the old value is the folder's, the new value is live.</summary>
    public static SpecDrift ToDrift(Core.Release.ReleaseItem item, string environment) => new(SafeText.Line(item.Name), item.Action switch
    {
        Core.Release.ReleaseAction.Create => DriftKind.Missing,
        Core.Release.ReleaseAction.Orphan => DriftKind.Extra,
        _ => DriftKind.Changed,
    })
    {
        DataModelId = item.DataModelId,
        File = item.File,
        Environment = environment,
        LiveVersion = item.LiveVersion,
        UpdatedBy = item.UpdatedBy,
        UpdatedAt = Time(item.UpdatedAt),
        Changes = ToChanges(item.Drift, item.DataModelId, item.Name).ToArray(),
        ChangeSummary = Summary(item.Drift, item.Notes),
    };

    /// <summary>A model of a plan that needed no write.</summary>
    public static WriteResult ToResult(Core.Release.ReleaseItem item, SigmaSession session) => new(item.DataModelId)
    {
        Name = SafeText.Line(item.Name),
        Status = WriteStatus.Unchanged,
        VersionBefore = item.LiveVersion,
        VersionAfter = item.LiveVersion,
        Organization = session.OrganizationId,
        Findings = item.Action == Core.Release.ReleaseAction.Skipped ? item.Notes.ToArray() : Array.Empty<string>(),
    };

    /// <summary>Converts the result of a publish for one model.</summary>
    public static WriteResult ToResult(
        Core.Release.ReleaseOutcome outcome, SigmaSession session, IReadOnlyDictionary<string, string>? owners)
    {
        var item = outcome.Item;
        var result = outcome switch
        {
            { Made: { } made } => ToResult(made, item.Name, session),
            { Write: { } write } => ToResult(write, outcome.Written, outcome.IsRenamed, session.OrganizationId),
            _ => ToResult(item, session),
        };
        result.Consumers = Consumers(item, owners);
        if (outcome.IsArchived)
        {
            result.Status = WriteStatus.Removed;
            result.Findings = new[] { "It is in the trash. To restore it, run Restore-SigmaDataModel." };
        }

        result.Findings = result.Findings.Concat(outcome.ConsumerFindings.Select(SafeText.Line)).ToArray();

        if (outcome.Fault is { } error)
        {
            var isUnknown = error.Kind == Core.Diagnostics.ErrorCode.WriteOutcomeUnknown;
            result.Status = (outcome.IsRefused, isUnknown) switch
            {
                (true, _) => WriteStatus.Refused,
                (_, true) => WriteStatus.Unknown,
                _ => WriteStatus.Failed,
            };
            result.Findings = result
                .Findings.Concat(
                    new[] { SafeText.Line((outcome.IsRefused && error.Switch is { } lift ? $"needs -{lift}: " : "") + error.Message) })
                .ToArray();
        }

        return result;
    }

    private static ReleasePlanItem ToItem(Core.Release.ReleaseItem item, IReadOnlyDictionary<string, string>? owners) =>
        new(SafeText.Line(item.Name), ByName<ReleaseAction>(item.Action))
        {
            DataModelId = item.DataModelId,
            File = item.File,
            LiveVersion = item.LiveVersion,
            UpdatedBy = item.UpdatedBy,
            UpdatedAt = Time(item.UpdatedAt),
            Changes = ToChanges(item.Changes, item.DataModelId, item.Name).ToArray(),
            ChangeSummary = Summary(item.Changes, item.Notes),
            HasFailedRehearsal = item.HasFailedRehearsal,
            Issues = item.Issues.Select(issue => OutputMapper.ToIssue(issue, item.File)).ToArray(),
            Blockers = item
                .Refusals.Select(refusal => SafeText.Line((refusal.Switch is { } lift ? $"needs -{lift}: " : "") + refusal.Message))
                .ToArray(),
            Consumers = Consumers(item, owners),
            Notes = item.Notes.Concat(item.ManualChanges.Select(change => ByHand(change, owners))).Select(SafeText.Line).ToArray(),
            DependsOn = item.DependsOn.Select(SafeText.Line).ToArray(),
            Hash = item.Hash,
        };

    /// <summary>The consumers of a model of a plan, each usage once: those that a person changes come before the others.</summary>
    public static SigmaUsage[] Consumers(Core.Release.ReleaseItem item, IReadOnlyDictionary<string, string>? owners)
    {
        var byHand = item.ManualChanges.Select(change =>
        {
            var usage = UsageMapper.ToUsage(change.Usage, owners ?? new Dictionary<string, string>());
            usage.NewFormula = change.NewFormula;
            return usage;
        }).ToList();
        var others = UsageMapper.ToUsages(item.Impact, owners).Where(usage => !byHand.Exists(known =>
            known.ConsumerId == usage.ConsumerId && known.ElementId == usage.ElementId && known.ColumnId == usage.ColumnId));
        return byHand.Concat(others).ToArray();
    }

    private static string ByHand(Core.Release.ManualChange change, IReadOnlyDictionary<string, string>? owners)
    {
        var usage = UsageMapper.ToUsage(change.Usage, owners ?? new Dictionary<string, string>());
        var edit = change.NewFormula is { } formula ? $": {usage.Formula} becomes {formula}" : "";
        return $"Change by hand: {usage}{edit} (owner {usage.Owner}, {usage.Url})";
    }

    private static string Summary(IReadOnlyList<Core.Spec.Diff.SpecChange> changes, IEnumerable<string> notes) =>
        SafeText.Line(changes.Count > 0 ? Core.Spec.Diff.ChangeFormatter.Counts(changes) : string.Join(" ", notes.Take(1)));

    private static DateTimeOffset? Time(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
