using System.Collections.Generic;

namespace SigmaPS.Core.Release;

/// <summary>
/// What a model id of the files means in the environment: a model of the folder, one that the environment maps, or one that is there under
/// the very id.
/// </summary>
internal static class DependencyResolver
{
    /// <summary>Finds it; null where nothing answers to the id.</summary>
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
