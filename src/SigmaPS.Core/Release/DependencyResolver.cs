using System.Collections.Generic;

namespace SigmaPS.Core.Release;

/// <summary>
/// Finds the model in the environment for a model ID of the files: a model of the folder, a model that the environment maps, or a live
/// model with this ID.
/// </summary>
internal static class DependencyResolver
{
    /// <summary>Finds the model; null if the ID does not resolve.</summary>
    public static ResolvedDependency? Find(string id, IReadOnlyDictionary<string, ResolvedDependency> ofFolder, ResolvedEnvironment target)
    {
        lock (ofFolder)
        {
            if (ofFolder.TryGetValue(id, out var resolvedDependency))
            {
                return resolvedDependency;
            }
        }

        var live = target.DataModels.TryGetValue(id, out var mapped) ? mapped : id;
        return target.All.TryGetValue(live, out var entry) ? ResolvedDependency.Outside(entry.DataModelId, entry.Name) : null;
    }
}
