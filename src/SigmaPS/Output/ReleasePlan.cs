using System;
using System.Collections.Generic;
using System.Linq;

namespace SigmaPS;

/// <summary>What a release would do, model by model, in the order in which it would be done. Nothing has been changed yet.</summary>
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

    /// <summary>The organisation's id.</summary>
    public string Organization { get; }

    /// <summary>The API's address.</summary>
    public Uri? Host { get; internal set; }

    /// <summary>The folder in Sigma that the models lie in.</summary>
    public string Folder { get; internal set; } = "";

    /// <summary>The folder of files.</summary>
    public string Path { get; internal set; } = "";

    /// <summary>The file that the environment stands in.</summary>
    public string EnvironmentFile { get; internal set; } = "";

    /// <summary>When the plan was made.</summary>
    public DateTimeOffset CreatedAt { get; internal set; }

    /// <summary>The rename that the plan carries out; $null for a release of files.</summary>
    public SigmaRename? Rename { get; internal set; }

    /// <summary>The models: those that others depend on first. Orphans come last, and only in a plan with -Prune.</summary>
    public ReleasePlanItem[] Items { get; }

    /// <summary>The live models of the folder in Sigma that are not in the folder of files. Only -Prune archives them.</summary>
    public ReleasePlanItem[] Orphans { get; internal set; } = Array.Empty<ReleasePlanItem>();

    /// <summary>What a person should know of the environment as a whole.</summary>
    public string[] Notes { get; internal set; } = Array.Empty<string>();

    /// <summary>0: nothing to do. 2: there are changes. 1: something stands against publishing it.</summary>
    public int ExitCode { get; internal set; }

    /// <summary>The counts in one line.</summary>
    public string Summary => Counts + OrphanCount
        + (Items.Count(item => item.Blockers.Length > 0) is > 0 and var blocked ? $"; {blocked} blocked" : "");

    private string Counts => string.Join(", ", Items.GroupBy(item => item.Action).OrderBy(group => group.Key)
        .Select(group => $"{group.Count()} {group.Key.ToString().ToLowerInvariant()}").DefaultIfEmpty("no models"));

    private string OrphanCount => Orphans.Length == 0 || Array.Exists(Items, item => item.Action == ReleaseAction.Orphan) ? ""
        : $"; {Orphans.Length} orphan{(Orphans.Length == 1 ? "" : "s")} in Sigma";

    /// <summary>Shows environment and counts.</summary>
    /// <returns>For example: prod: 1 create, 2 update, 17 unchanged.</returns>
    public override string ToString() => $"{Environment}: {Summary}";
}
