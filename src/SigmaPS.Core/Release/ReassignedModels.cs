using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;

namespace SigmaPS.Core.Release;

/// <summary>The IDs that Sigma reassigned while it saved the models of a run.</summary>
internal sealed class ReassignedModels
{
    // A model can be saved twice in a run, and a consumer can refer to the IDs of any save.
    private readonly List<ResolvedDependency> _saves = new();

    /// <summary>The models with reassigned IDs.</summary>
    public IReadOnlyList<string> Ids
    {
        get
        {
            lock (_saves)
            {
                return _saves.Select(save => save.DataModelId).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
            }
        }
    }

    /// <summary>Records a save.</summary>
    /// <param name="dataModelId">The model.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sent">The spec that was sent, in the IDs that were live before.</param>
    /// <param name="live">The live spec after it.</param>
    public void Record(string dataModelId, string name, SpecDocument sent, SpecDocument live)
    {
        var save = ResolvedDependency.FromLive(dataModelId, name, sent, live);
        if (save.HasNewIds)
        {
            lock (_saves)
            {
                _saves.Add(save);
            }
        }
    }

    /// <summary>Writes the present IDs into the references of a spec.</summary>
    /// <param name="document">The spec, changed in place.</param>
    /// <returns>Whether a reference was changed.</returns>
    public bool Follow(SpecDocument document)
    {
        var changed = false;
        List<ResolvedDependency> saves;
        lock (_saves)
        {
            saves = _saves.Where(save => save.DataModelId != document.DataModelId).ToList();
        }

        foreach (var save in saves)
        {
            var model = new Dictionary<string, ResolvedDependency>(StringComparer.OrdinalIgnoreCase) { [save.DataModelId] = save };
            changed |= ReferenceRewriter.Apply(document, model);
        }

        return changed;
    }
}
