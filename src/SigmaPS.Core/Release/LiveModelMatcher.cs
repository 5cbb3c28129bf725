using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;
using SigmaPS.Core.Diagnostics;

namespace SigmaPS.Core.Release;

/// <summary>
/// Which live model of the environment's folder is which file: by name, and where the folder has renamed a model, by what was remembered.
/// Files that take over each other's names stay what they were.
/// </summary>
internal static class LiveModelMatcher
{
    /// <summary>Pairs all models of the folder, those too that are not meant: what belongs to one of them is no orphan.</summary>
    /// <exception cref="SigmaEngineException">The name of a model that is meant stands twice in the live folder.</exception>
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
            throw new SigmaEngineException(
                ErrorCode.InvalidEnvironment,
                $"The folder '{target.FolderPath}' holds several models of one name, so it is not known which is meant: "
                    + $"{string.Join("; ", twice)}. Rename or archive all but one of each."
            )
            {
                Target = target.FolderPath,
            };
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

        // What another file is by its name is not this one, whatever was remembered.
        var taken = new HashSet<string>(found.Values.Select(live => live.DataModelId));
        foreach (var model in models.Where(model => !found.ContainsKey(model)))
        {
            if (state.Find(model.Key) is { } id && target.Here.FirstOrDefault(live => live.DataModelId == id) is { } live && taken.Add(id))
            {
                found.Add(model, live);
            }
        }

        return found;

        // The name of a model that another file is known to be does not make this file that model, where it is known itself.
        DataModelEntry? Kept(ReleaseModel model) =>
            known.TryGetValue(model, out var own)
            && byName[model.Name].Any(live => live.DataModelId != own.DataModelId)
            && byName[model.Name].All(live => owned.Contains(live.DataModelId))
                ? own
                : null;
    }

    // By what was remembered, else by the id in the file, which is the live one where the files come from this very folder. What two files
    // claim is neither's.
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
