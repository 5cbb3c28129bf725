using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>
/// Finds the live model in the environment's folder for each file: by name, and after a rename in the files, by the recorded ID. Files
/// that exchange their names keep their models.
/// </summary>
internal static class LiveModelMatcher
{
    /// <summary>Pairs all models of the folder. A live model of a file outside of the plan is not an orphan either.</summary>
    /// <exception cref="SigmaEngineException">The live folder contains the name of a model of the plan twice.</exception>
    public static IReadOnlyDictionary<ReleaseModel, DataModelEntry> Find(
        IReadOnlyList<ReleaseModel> models,
        IReadOnlyList<ReleaseModel> meant,
        ResolvedEnvironment target,
        ReleaseState state)
    {
        var byName = target.Here.ToLookup(live => live.Name);
        var known = Known(models, target, state);
        var owned = new HashSet<string>(known.Values.Select(live => live.DataModelId));

        var twice = meant
            .Where(model => byName[model.Name].Skip(1).Any() && Kept(model) is null)
            .Select(model => $"\"{model.Name}\" ({string.Join(", ", byName[model.Name].Select(live => live.DataModelId))})")
            .ToList();
        if (twice.Count > 0)
        {
            throw ReleaseErrors.AmbiguousTarget(target.FolderPath, twice);
        }

        var found = new Dictionary<ReleaseModel, DataModelEntry>();
        foreach (var model in models.Where(model => Kept(model) is not null))
        {
            found.Add(model, Kept(model)!);
        }

        var kept = new HashSet<string>(found.Values.Select(live => live.DataModelId));
        foreach (var model in models.Where(model => !found.ContainsKey(model)))
        {
            if (byName[model.Name].FirstOrDefault(live => !kept.Contains(live.DataModelId)) is { } live)
            {
                found.Add(model, live);
            }
        }

        // A live model with the name of another file is not the model of this file, even if its ID was recorded.
        var taken = new HashSet<string>(found.Values.Select(live => live.DataModelId));
        foreach (var model in models.Where(model => !found.ContainsKey(model)))
        {
            if (state.Find(model.Key) is { } id && target.Here.FirstOrDefault(live => live.DataModelId == id) is { } live && taken.Add(id))
            {
                found.Add(model, live);
            }
        }

        return found;

        // If this file has a recorded model, the name of a model that belongs to another file does not count.
        DataModelEntry? Kept(ReleaseModel model) =>
            known.TryGetValue(model, out var own)
            && byName[model.Name].Any(live => live.DataModelId != own.DataModelId)
            && byName[model.Name].All(live => owned.Contains(live.DataModelId))
                ? own
                : null;
    }

    // By the recorded ID, else by the ID in the file, which is the live one if the files were exported from this folder. A model that two
    // files claim belongs to neither.
    private static Dictionary<ReleaseModel, DataModelEntry> Known(
        IReadOnlyList<ReleaseModel> models,
        ResolvedEnvironment target,
        ReleaseState state) =>
        models
            .Select(model =>
                (model, live: target.Here.FirstOrDefault(live => live.DataModelId == (state.Find(model.Key) ?? model.SourceId))))
            .Where(pair => pair.live is not null)
            .GroupBy(pair => pair.live!.DataModelId)
            .Where(claims => claims.Count() == 1)
            .Select(claims => claims.Single())
            .ToDictionary(pair => pair.model, pair => pair.live!);
}
