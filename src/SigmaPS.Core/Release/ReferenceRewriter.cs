using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Spec;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Release;

/// <summary>
/// Writes the present IDs of other models into the references of a spec. Every publish and every undo follows reassigned IDs through it.
/// </summary>
internal static class ReferenceRewriter
{
    /// <summary>Rewrites in place. A reference to an element that the model never had stays as it is.</summary>
    /// <param name="document">The spec.</param>
    /// <param name="models">The models that it may refer to, by the model ID in the spec.</param>
    /// <returns>Whether a reference was changed.</returns>
    public static bool Apply(SpecDocument document, IReadOnlyDictionary<string, ResolvedDependency> models)
    {
        var changed = false;
        foreach (var target in ModelReferences.ControlTargets(document))
        {
            if (Find(target.Object("source")!, models) is var (model, element))
            {
                foreach (var key in new[] { "columnId", "displayColumnId" }.Where(key => target.Text(key) is not null))
                {
                    changed |= Set(target, key, model.Column(element, target.Text(key)!));
                }
            }
        }

        foreach (var reference in ModelReferences.In(document))
        {
            if (Find(reference, models) is var (model, element))
            {
                if (reference.Text("groupingId") is { } grouping)
                {
                    changed |= Set(reference, "groupingId", model.Grouping(element, grouping));
                }

                changed |= Set(reference, "elementId", model.Element(element));
            }
        }

        return changed;
    }

    private static (ResolvedDependency Model, string Element)? Find(
        JsonObject reference,
        IReadOnlyDictionary<string, ResolvedDependency> models) =>
        reference.Text("dataModelId") is { } id
        && reference.Text("elementId") is { } element
        && models.TryGetValue(id, out var model)
        && model.Has(element)
            ? (model, element)
            : null;

    private static bool Set(JsonObject owner, string key, string id)
    {
        if (string.Equals(owner.Text(key), id, StringComparison.Ordinal))
        {
            return false;
        }

        owner.Set(key, new JsonString(id));
        return true;
    }
}
