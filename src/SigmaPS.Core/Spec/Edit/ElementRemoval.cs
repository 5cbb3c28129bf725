using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Removes elements and controls that no remaining item refers to.</summary>
public static class ElementRemoval
{
    /// <summary>Removes elements in place. Elements that refer only to one another are removed together.</summary>
    /// <param name="document">A document of the caller. After an error, it is changed in part.</param>
    /// <param name="elements">Names or IDs of elements, or names, control IDs or IDs of controls.</param>
    /// <returns>The items that the edit touched.</returns>
    /// <exception cref="SigmaEngineException">An element does not exist, or a remaining item refers to it.</exception>
    public static EditReport Apply(SpecDocument document, IReadOnlyList<string> elements)
    {
        var before = new ReferenceSnapshot(document);
        var items = elements.Select(element => EditTargetResolver.ElementOrControl(before, element)).Distinct().ToList();
        var usage = new ElementUsage(before, items);
        var needed = items.Select(item => (Item: item, By: usage.Find(item))).Where(item => item.By.Count > 0).ToList();
        if (needed.Count > 0)
        {
            var reasons = needed
                .Select(item => $"{Named(before, item.Item)} is needed by {EditTargetResolver.Named(item.By)}")
                .ToList();
            throw EditErrors.ElementsInUse(reasons, before.Model.Names.OfElement(needed[0].Item));
        }

        var names = items.Select(item => Named(before, item)).ToArray();
        var removed = new HashSet<JsonValue>(items);
        foreach (var page in document.Pages.OfType<JsonObject>())
        {
            page.Array("elements")?.RemoveAll(removed.Contains);
        }

        return new EditReport($"Removed {EditTargetResolver.Named(names)}", names.Select(name => name + " is removed").ToArray());
    }

    private static string Named(ReferenceSnapshot before, JsonObject item)
    {
        var kind = item.Text("kind") == "control" ? "control" : "element";
        return $"{kind} \"{before.Model.Names.OfElement(item)}\"";
    }
}
