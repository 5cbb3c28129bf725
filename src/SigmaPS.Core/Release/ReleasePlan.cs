using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Release;

/// <summary>The actions of a release, model by model, in their order.</summary>
public sealed class ReleasePlan
{
    internal ReleasePlan(ReleaseRequest request, ResolvedEnvironment target, IReadOnlyList<ReleaseItem> items)
    {
        Request = request;
        Target = target;
        Items = items;
    }

    /// <summary>The request.</summary>
    public ReleaseRequest Request { get; }

    /// <summary>The models, those that others depend on first. Orphans come last, and only if the plan archives them.</summary>
    public IReadOnlyList<ReleaseItem> Items { get; }

    /// <summary>The live models of the folder in Sigma that are not in the folder of files.</summary>
    public IReadOnlyList<ReleaseItem> Orphans { get; init; } = new List<ReleaseItem>();

    /// <summary>Live models that read models of the plan and do not change unless Sigma reassigns IDs.</summary>
    public IReadOnlyList<ReleaseItem> Followers { get; init; } = new List<ReleaseItem>();

    /// <summary>The values of environment variables in the content, which nothing may show.</summary>
    public HiddenValues Hidden { get; init; } = HiddenValues.None;

    /// <summary>The folder's path in Sigma.</summary>
    public string FolderPath => Target.FolderPath;

    /// <summary>The folder's ID.</summary>
    public string FolderId => Target.FolderId;

    /// <summary>The rename that the plan carries out; null for a release of files.</summary>
    public RenameRequest? Rename { get; init; }

    /// <summary>The display name before a rename over files.</summary>
    public string OldName { get; init; } = "";

    /// <summary>Notes about the environment as a whole.</summary>
    public IReadOnlyList<string> Notes { get; init; } = new List<string>();

    /// <summary>0 if there is nothing to do, 2 if there is something to do, 1 if a protection refuses it.</summary>
    public int ExitCode => Items.Any(item => item.Refusals.Count > 0) ? 1
        : Items.Any(item => item.Writes || (Request.Prunes && item.Action == ReleaseAction.Orphan)) ? 2 : 0;

    /// <summary>The environment with its names resolved.</summary>
    internal ResolvedEnvironment Target { get; }

    /// <summary>The live models that others depend on, by their IDs in the files.</summary>
    internal IReadOnlyDictionary<string, ResolvedDependency> Upstreams { get; init; } = new Dictionary<string, ResolvedDependency>();
}
