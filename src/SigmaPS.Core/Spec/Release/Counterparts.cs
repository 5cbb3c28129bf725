using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Api;

namespace SigmaPS.Core.Spec.Release;

/// <summary>Which live model of the environment's folder is which file: by name, and where the folder has renamed a model, by what was remembered.</summary>
internal static class Counterparts
{
    /// <summary>Pairs all models of the folder, those too that are not meant: what belongs to one of them is no orphan.</summary>
    /// <exception cref="SigmaFaultException">The name of a model that is meant stands twice in the live folder.</exception>
    public static IReadOnlyDictionary<ReleaseModel, DataModelEntry> Find(IReadOnlyList<ReleaseModel> models, IReadOnlyList<ReleaseModel> meant, ReleaseTarget target, ReleaseState state)
    {
        var byName = target.Here.ToLookup(live => live.Name);
        var twice = meant.Where(model => byName[model.Name].Skip(1).Any()).Select(model => $"\"{model.Name}\" ({string.Join(", ", byName[model.Name].Select(live => live.DataModelId))})").ToList();
        if (twice.Count > 0)
        {
            throw new SigmaFaultException(FaultKind.InvalidEnvironment, $"The folder '{target.FolderPath}' holds several models of one name, so it is not known which is meant: {string.Join("; ", twice)}. Rename or archive all but one of each.") { Target = target.FolderPath };
        }

        var found = new Dictionary<ReleaseModel, DataModelEntry>();
        foreach (var model in models)
        {
            if (byName[model.Name].FirstOrDefault() is { } live)
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
    }
}
