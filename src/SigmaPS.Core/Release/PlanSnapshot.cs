using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Release;

/// <summary>The facts of a plan that planning again can confirm. If they differ, it is a stale plan.</summary>
/// <param name="environment">The environment.</param>
/// <param name="environmentFile">The full path of its file.</param>
/// <param name="folder">The full path of the folder of models.</param>
/// <param name="organization">The organization.</param>
/// <param name="models">The models.</param>
public sealed class PlanSnapshot(
    string environment,
    string environmentFile,
    string folder,
    string organization,
    IReadOnlyList<PlanSnapshotEntry> models)
{
    /// <summary>The environment.</summary>
    public string Environment { get; } = environment;

    /// <summary>The full path of its file.</summary>
    public string EnvironmentFile { get; } = environmentFile;

    /// <summary>The full path of the folder of models.</summary>
    public string Folder { get; } = folder;

    /// <summary>The organization.</summary>
    public string Organization { get; } = organization;

    /// <summary>The models.</summary>
    public IReadOnlyList<PlanSnapshotEntry> Models { get; } = models;

    /// <summary>The rename that the plan carries out; null for a release of files.</summary>
    public RenameRequest? Rename { get; init; }

    /// <summary>The live models of the folder in Sigma that were not in the folder of files.</summary>
    public IReadOnlyList<PlanSnapshotEntry> Orphans { get; init; } = Array.Empty<PlanSnapshotEntry>();

    /// <summary>The facts that a publish has to confirm: orphans count only if it archives them.</summary>
    /// <param name="prunes">Whether it archives orphans.</param>
    /// <returns>A copy.</returns>
    public PlanSnapshot ForPublish(bool prunes)
    {
        var models = Models
            .Where(model => model.Action != ReleaseAction.Orphan)
            .Concat(prunes ? Orphans : Array.Empty<PlanSnapshotEntry>());
        return new PlanSnapshot(Environment, EnvironmentFile, Folder, Organization, models.ToList()) { Rename = Rename, Orphans = Orphans };
    }

    /// <summary>The facts of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <returns>Its facts.</returns>
    public static PlanSnapshot FromPlan(ReleasePlan plan) =>
        new(
            plan.Request.Environment.Name,
            plan.Request.Environment.File,
            plan.Request.Folder,
            plan.Request.Organization,
            plan.Items.Select(Entry).ToList())
        {
            Rename = plan.Rename,
            Orphans = plan.Orphans.Select(Entry).ToList(),
        };

    /// <summary>Whether a name belongs to a model of the plan: a plan of some models is confirmed for those alone.</summary>
    /// <param name="name">A model's name.</param>
    /// <returns>True if it does.</returns>
    public bool Names(string name) => Models.Any(model => model.Name == name);

    /// <summary>The facts that changed.</summary>
    /// <param name="now">The facts of the new plan.</param>
    /// <returns>Sentences without a full stop; empty if the plan is not stale.</returns>
    public IReadOnlyList<string> Stale(PlanSnapshot now)
    {
        var stale = new List<string>();
        if (!string.Equals(Organization, now.Organization, StringComparison.OrdinalIgnoreCase))
        {
            stale.Add($"the plan is for organization {Organization} and the environment is organization {now.Organization} now");
        }

        var current = now.Models.ToDictionary(model => model.Key, StringComparer.Ordinal);
        foreach (var was in Models)
        {
            if (!current.TryGetValue(was.Key, out var is1))
            {
                stale.Add($"\"{was.Name}\" is not there any more");
                continue;
            }

            current.Remove(was.Key);
            if (was.DataModelId != is1.DataModelId || was.Action != is1.Action)
            {
                stale.Add($"\"{was.Name}\" was {Words(was)} and is now {Words(is1)}");
            }
            else if (was.LiveVersion != is1.LiveVersion)
            {
                stale.Add($"\"{was.Name}\" was version {was.LiveVersion} and is now version {is1.LiveVersion}");
            }
            else if (was.Hash != is1.Hash)
            {
                var changed = Rename is null ? "file or the environment" : "content";
                stale.Add($"the {changed} of \"{was.Name}\" has changed");
            }
        }

        stale.AddRange(current.Values.Select(added => $"\"{added.Name}\" is new"));
        return stale;
    }

    private static PlanSnapshotEntry Entry(ReleaseItem item) =>
        new(item.Name, item.File, item.Action, item.DataModelId, item.LiveVersion, item.Hash)
        {
            HasFailedRehearsal = item.HasFailedRehearsal,
        };

    private static string Words(PlanSnapshotEntry fact) => fact.Action + (fact.DataModelId.Length > 0 ? $" of {fact.DataModelId}" : "");
}
