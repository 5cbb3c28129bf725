using System.Collections.Generic;
using System.Linq;

namespace SigmaPS.Core.Release;

/// <summary>What a release would do, model by model, in the order in which it would be done.</summary>
public sealed class ReleasePlan
{
    internal ReleasePlan(ReleaseRequest request, ResolvedEnvironment target, IReadOnlyList<ReleaseItem> items)
    {
        Request = request;
        Target = target;
        Items = items;
    }

    /// <summary>What it is about.</summary>
    public ReleaseRequest Request { get; }

    /// <summary>The models, those that others stand on first, orphans last.</summary>
    public IReadOnlyList<ReleaseItem> Items { get; }

    /// <summary>The folder's path in Sigma.</summary>
    public string FolderPath => Target.FolderPath;

    /// <summary>The folder's id.</summary>
    public string FolderId => Target.FolderId;

    /// <summary>The rename that the plan carries out; null for a release of files.</summary>
    public RenameRequest? Rename { get; init; }

    /// <summary>What a person should know of the environment as a whole.</summary>
    public IReadOnlyList<string> Notes { get; init; } = new List<string>();

    /// <summary>0 where nothing is to be done, 2 where something is, 1 where something stands against it.</summary>
    public int ExitCode => Items.Any(item => item.Refusals.Count > 0) ? 1 : Items.Any(item => item.Writes) ? 2 : 0;

    /// <summary>The environment with its names resolved.</summary>
    internal ResolvedEnvironment Target { get; }

    /// <summary>The live models that others stand on, by their ids in the files.</summary>
    internal IReadOnlyDictionary<string, ResolvedDependency> Upstreams { get; init; } = new Dictionary<string, ResolvedDependency>();
}
