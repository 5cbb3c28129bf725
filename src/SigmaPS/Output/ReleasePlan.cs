using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS;

/// <summary>The proposed changes of a release per model, in the order of publishing. No model has been changed yet.</summary>
public sealed class ReleasePlan
{
    internal ReleasePlan(string environment, string organization, IEnumerable<ReleasePlanItem> items)
    {
        Environment = environment;
        Organization = organization;
        Items = items.ToArray();
    }

    /// <summary>The environment.</summary>
    public string Environment { get; }

    /// <summary>The organization's ID.</summary>
    public string Organization { get; }

    /// <summary>The API's address.</summary>
    public Uri? Host { get; internal set; }

    /// <summary>The path of the models' folder in Sigma.</summary>
    public string Folder { get; internal set; } = "";

    /// <summary>The folder of files.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The full path of the environment file.</summary>
    public string EnvironmentFile { get; internal set; } = "";

    /// <summary>When the plan was created.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>The rename of the plan; $null for a release of files.</summary>
    public SigmaRename? Rename { get; internal set; }

    /// <summary>The models: dependencies first. Orphans are last, and only in a plan with -Prune.</summary>
    public ItemList<ReleasePlanItem> Items { get; }

    /// <summary>The live models of the folder in Sigma that are not in the folder of files. Only -Prune archives them.</summary>
    public ItemList<ReleasePlanItem> Orphans { get; internal set; } = Array.Empty<ReleasePlanItem>();

    /// <summary>Remarks on the whole environment.</summary>
    public ItemList<string> Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>0: no changes. 2: there are changes. 1: publishing is blocked.</summary>
    public int ExitCode { get; internal set; }

    /// <summary>The counts in one line.</summary>
    public string Summary => Counts + OrphanCount
        + (Items.Count(item => item.Blockers.Length > 0) is > 0 and var blocked ? $"; {blocked} blocked" : "");

    private string Counts => string.Join(", ", Items.GroupBy(item => item.Action).OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}").DefaultIfEmpty("no models"));

    private string OrphanCount => Orphans.Length switch
    {
        _ when Items.Any(item => item.Action == ReleaseAction.Orphan) => "",
        0 => "",
        1 => "; 1 orphan in Sigma",
        _ => $"; {Orphans.Length} orphans in Sigma",
    };

    /// <summary>Shows environment and counts.</summary>
    /// <returns>For example: prod: 1 create, 2 update, 17 unchanged.</returns>
    public override string ToString() => $"{Environment}: {Summary}";
}
