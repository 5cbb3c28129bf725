using System;
using System.Collections.Generic;
using System.Linq;
using SigmaPS.Core.Diagnostics;
using SigmaPS.Core.Spec.Formulas;
using SigmaPS.Core.Spec.Json;

namespace SigmaPS.Core.Spec.Edit;

/// <summary>Finds the element, column or metric that an edit is about, or reports why it is not found.</summary>
internal static class EditTargetResolver
{
    private const int MostNamed = 10;

    /// <summary>Finds the element of a name or ID.</summary>
    /// <exception cref="SigmaEngineException">No item has the name, or several items have it.</exception>
    public static ElementScope Element(ModelScope model, string nameOrId)
    {
        var found = First(nameOrId, reading =>
            model.ById(reading) is { } byId ? new List<ElementScope> { byId } : model.ByName(reading).ToList());
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing(
                $"There is no element '{nameOrId}'. The model has {Named(model.Elements.Select(element => element.Name ?? element.Id))}.",
                nameOrId),
            _ => throw Fault(
                SeveralItems($"{found.Count} elements", nameOrId, found.Select(element => element.Id)),
                nameOrId),
        };
    }

    /// <summary>Finds the element of a name or ID, or the control of a name, control ID or ID.</summary>
    /// <exception cref="SigmaEngineException">No item has the name, or several items have it.</exception>
    public static JsonObject ElementOrControl(ReferenceSnapshot before, string nameOrId)
    {
        var names = before.Model.Names;
        var all = before.Document.Elements.ToList();
        var found = First(nameOrId, reading =>
        {
            var byId = all.Where(element => ElementIds.Id(element) == reading).Take(1).ToList();
            var byName = byId.Count > 0 ? byId : all.Where(element => names.OfElement(element) == reading).ToList();
            return byName.Count > 0 ? byName : all.Where(element => element.Text("controlId") == reading).ToList();
        });
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing($"There is no element '{nameOrId}'. The model has {Named(all.Select(names.OfElement))}.", nameOrId),
            _ => throw Fault(
                SeveralItems($"{found.Count} elements", nameOrId, found.Select(ElementIds.Id)),
                nameOrId),
        };
    }

    /// <summary>Finds the column of a display name or ID.</summary>
    /// <exception cref="SigmaEngineException">No item has the name, or several items have it.</exception>
    public static JsonObject Column(ElementScope element, string nameOrId) => Item(element, "column", nameOrId);

    /// <summary>Finds the metric of a display name or ID.</summary>
    /// <exception cref="SigmaEngineException">No item has the name, or several items have it.</exception>
    public static JsonObject Metric(ElementScope element, string nameOrId) => Item(element, "metric", nameOrId);

    private static JsonObject Item(ElementScope element, string kind, string nameOrId)
    {
        var names = element.Model.Names;
        var items = ElementIds.Objects(element.Element, kind + "s").ToList();
        var found = First(nameOrId, reading =>
        {
            var byName = items.Where(item => names.Of(item) == reading).ToList();
            return byName.Count > 0
                ? byName
                : items.Where(item => ElementIds.Id(item) == reading || names.Find(item).Aliases.Contains(reading)).ToList();
        });
        return found.Count switch
        {
            1 => found[0],
            0 => throw Missing(
                $"\"{Called(element)}\" does not have the {kind} '{nameOrId}'. It has {Named(items.Select(names.Of))}.",
                nameOrId),
            _ => throw Fault(
                SeveralItems($"{found.Count} {kind}s of \"{Called(element)}\"", nameOrId, found.Select(ElementIds.Id)),
                nameOrId),
        };
    }

    // Try the name as it is first, and then without the escapes of a wildcard parameter.
    private static List<T> First<T>(string nameOrId, Func<string, List<T>> find) =>
        EscapedName.Readings(nameOrId).Select(find).FirstOrDefault(found => found.Count > 0) ?? new List<T>();

    /// <summary>Checks that each reference still has the same meaning.</summary>
    /// <param name="before">The meanings before the edit.</param>
    /// <param name="kept">The names that the end of the edit kept.</param>
    /// <param name="refused">What is refused, for a person.</param>
    /// <param name="target">The name that the edit is about.</param>
    /// <exception cref="SigmaEngineException">A reference has another meaning.</exception>
    public static void MustMeanTheSame(ReferenceSnapshot before, KeptNames kept, string refused, string target)
    {
        if (before.Broken(kept.Reading) is { Count: > 0 } broken)
        {
            throw Fault($"{refused}, because these references would change their meaning: {Named(broken)}.", target);
        }
    }

    /// <summary>Checks that no column or metric of an element has a display name.</summary>
    /// <exception cref="SigmaEngineException">A column or metric has the name.</exception>
    public static void MustBeFree(ElementScope element, string name, JsonObject? but)
    {
        var taken = new[] { "columns", "metrics" }
            .SelectMany(list => ElementIds.Objects(element.Element, list))
            .FirstOrDefault(item => item != but && element.Model.Names.Of(item) == name);
        if (taken is not null)
        {
            throw Fault(
                $"\"{Called(element)}\" already has a column or metric '{name}' (ID '{ElementIds.Id(taken)}'). Choose another name.",
                name);
        }
    }

    /// <summary>The error of names without a matching element.</summary>
    public static SigmaEngineException NoElement(IEnumerable<string> names) =>
        new(ErrorCode.SpecItemNotFound, $"No element has one of these names. The model has {Named(names)}.");

    /// <summary>The name of an element for people.</summary>
    public static string Called(ElementScope element) => element.Name ?? element.Id;

    /// <summary>The error of an edit that is refused.</summary>
    public static SigmaEngineException Fault(string message, string target) => new(ErrorCode.EditRefused, message) { Target = target };

    /// <summary>The first few names as a list for a sentence.</summary>
    public static string Named(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0
            ? "none"
            : string.Join(", ", all.Take(MostNamed)) + Wording.More(all.Count, MostNamed);
    }

    private static string SeveralItems(string items, string name, IEnumerable<string> ids) =>
        $"{items} have the name '{name}'. Use the ID instead: {string.Join(", ", ids)}.";

    private static SigmaEngineException Missing(string message, string target) =>
        new(ErrorCode.SpecItemNotFound, message) { Target = target };
}
